const normal = new Set(['', '0', 'false', 'no', 'normal', 'nan', 'null']);

/** Whether a label says that its row is normal: nothing, `0`, `false`, `no`, `normal`, `NaN` or `null`. */
export function isNormalLabel(text: string): boolean {
  return normal.has(text.trim().toLowerCase());
}
