/** Cells of one line. */
export type Row = readonly string[];

/** A table in Markdown; the first column is text, the others are figures. */
export function table(header: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** A number, `-` for none. */
export function numberCell(value: number, digits: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(digits);
}
