/** Figures as rows of a table: headings first. */
export interface FigureTable {
  readonly headings: readonly string[];
  /** As long as the headings. Numbers are written in full, NaN as nothing. */
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

// A spreadsheet takes a text that begins like this for a formula, whoever wrote it; a quote before it keeps it a text. Where
// semicolons or tabs separate columns there, each of them in a text begins another cell. The wide signs are those of
// Japanese keyboards. (https://owasp.org/www-community/attacks/CSV_Injection)
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const SEPARATOR = /([;\t\r\n])/;

function disarmed(text: string): string {
  const parts = text.split(SEPARATOR);
  return parts.map((part) => (FORMULA.test(part) ? `'${part}` : part)).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : '';
  }
  const text = disarmed(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180): commas, lines end with CR LF. */
export function csvText({ headings, rows }: FigureTable): string {
  return [headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
