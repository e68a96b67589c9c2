/** Whether another object has the values that `one` has in its fields. */
export function sameFields<T extends object>(one: T, other: NoInfer<T>): boolean {
  return Object.entries(one).every(([name, value]) => Reflect.get(other, name) === value);
}
