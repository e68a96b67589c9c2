import Papa from 'papaparse';

import { invalidLine } from '../invalidLine.js';

/** Rows of a text that follow one another, each on a line of its own. */
export interface CsvPiece {
  /** Line of the first row, counted from 1. */
  readonly firstLine: number;
  /** The fields of each line; a blank line has one empty field. */
  readonly rows: readonly (readonly string[])[];
  /** Where in the text the piece ends. */
  readonly end: number;
}

// Some two thousand rows, a few milliseconds.
const PIECE_LENGTH = 64_000;

// A thousand columns with long names.
const MAX_LINE_LENGTH = 100_000;

/**
 * Reads a text a few thousand rows at a time. A row never goes over several lines, so that a text can be cut at any line
 * break and every row knows its line.
 * @throws RangeError that names the line, for one that is too long and for quotes that are not closed on it.
 */
export function* csvPieces(text: string, delimiter: string): Generator<CsvPiece> {
  const lineBreak = text.includes('\n') ? '\n' : '\r';
  let firstLine = 1;
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf(lineBreak, start + PIECE_LENGTH);
    const end = found === -1 ? text.length : found;
    const piece = text.slice(start, end).replace(/\r\n?/g, '\n');
    refuseLongLine(piece, firstLine);
    const rows = parsePiece(piece, delimiter, firstLine);
    yield { firstLine, rows, end };
    // A piece that is one blank line has no row.
    firstLine += Math.max(1, rows.length);
    start = end + 1;
  }
}

function refuseLongLine(piece: string, firstLine: number): void {
  const last = piece.lastIndexOf('\n') + 1;
  if (piece.length - last > MAX_LINE_LENGTH) {
    const line = firstLine + piece.split('\n').length - 1;
    throw invalidLine(line, `it has more than ${MAX_LINE_LENGTH} characters`, 'one row a line');
  }
}

function parsePiece(piece: string, delimiter: string, firstLine: number): string[][] {
  const { data, errors } = Papa.parse<string[]>(piece, { delimiter, newline: '\n' });
  const [error] = errors;
  if (error !== undefined) {
    throw invalidLine(firstLine + (error.row ?? 0), 'its quotes do not match', 'both quotes of a field on one line');
  }
  const broken = data.findIndex((row) => row.some((field) => field.includes('\n')));
  if (broken !== -1) {
    throw invalidLine(firstLine + broken, 'a field in quotes goes on in the next line', 'one row a line');
  }
  return data;
}
