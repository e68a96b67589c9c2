/** 1 for the rows from a moment on, else 0; null where there is none. */
export function stepColumn(moment: number, time: Float64Array): Float64Array | null {
  const column = time.map((at) => (at >= moment ? 1 : 0));
  return column.includes(1) ? column : null;
}
