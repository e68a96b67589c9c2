/** Figures as rows of a table: headings first. */
export interface FigureTable {
  readonly headings: readonly string[];
  /** As long as the headings. Numbers are written in full, NaN as nothing. */
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

// A spreadsheet takes a text that begins like this for a formula, whoever wrote it; a quote before it keeps it a text.
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : '';
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180): commas, lines end with CR LF. */
export function csvText({ headings, rows }: FigureTable): string {
  return [headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
