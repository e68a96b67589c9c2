/** A Grafana column as numbers: whatever is not a finite number becomes NaN. */
export function numbersFromColumn(values: ArrayLike<unknown>): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    numbers[row] = typeof value === 'number' && Number.isFinite(value) ? value : NaN;
  }
  return numbers;
}

/** Numbers as a Grafana column: plain, so that it survives JSON, and null where a value is missing. */
export function columnFromNumbers(numbers: ArrayLike<number>): Array<number | null> {
  return Array.from(numbers, (value) => (Number.isFinite(value) ? value : null));
}
