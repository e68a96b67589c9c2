/** Marks what is marked, and `reach` places to either side, in a list whose ends meet. */
export function markNear(marks: Uint8Array, reach: number): Uint8Array {
  const n = marks.length;
  const near = new Uint8Array(n);
  for (let place = 0; place < n; place++) {
    if (marks[place] === 1) {
      for (let k = -reach; k <= reach; k++) {
        near[(((place + k) % n) + n) % n] = 1;
      }
    }
  }
  return near;
}
