import { NumberCells, type SeenCell } from './numberCells.js';
import { parseNumber } from './parseNumber.js';
import { TextCells } from './textCells.js';

/**
 * One column of a file as its cells come: numbers, and texts from the first cell on that is no number. Which of both it is,
 * only the whole column can say.
 */
export class CsvColumn {
  readonly numbers = new NumberCells();
  readonly texts = new TextCells();
  /** How many cells are no numbers. */
  nTexts = 0;
  /** The first cell that is no number. */
  firstText: SeenCell | undefined;

  /**
   * @param name its heading; empty where there is none.
   * @param place counted from 0.
   */
  constructor(
    readonly name: string,
    readonly place: number,
  ) {}

  /** Takes a cell; empty ones need not be added. */
  add(text: string, row: number, line: number): void {
    const number = parseNumber(text);
    if (number === undefined || !this.numbers.takes(number)) {
      this.nTexts++;
      this.firstText ??= { line, row, text };
      this.texts.add(text, row);
      return;
    }
    if (Number.isNaN(number.value)) {
      return;
    }
    this.numbers.add(number, text, row, line);
    if (this.firstText !== undefined) {
      this.texts.add(text, row);
    }
  }

  /** The cell as a text, empty where there is none; a number before the first text as it is written shortest. */
  textAt(row: number): string {
    const text = this.texts.at(row);
    const number = text === '' ? this.numbers.at(row) : NaN;
    return Number.isNaN(number) ? text : String(number);
  }
}
