import { GrowingColumn } from './growingColumn.js';

/** Different texts of a column beyond which they neither mark rows nor name series. */
const MAX_TEXTS = 1000;

const MAX_TEXT_LENGTH = 200;

/** The texts of a column as they come, each different one once. */
export class TextCells {
  private readonly codes = new GrowingColumn((length) => new Uint16Array(length));
  private readonly codeOf = new Map([['', 0]]);
  private readonly texts = [''];
  private isFreeText = false;

  add(text: string, row: number): void {
    const known = this.codeOf.get(text);
    if (known === undefined && (text.length > MAX_TEXT_LENGTH || this.texts.length > MAX_TEXTS)) {
      this.isFreeText = true;
      return;
    }
    if (known === undefined) {
      this.codeOf.set(text, this.texts.length);
      this.texts.push(text);
    }
    this.codes.set(row, known ?? this.texts.length - 1);
  }

  /** Empty where there is none. */
  at(row: number): string {
    return this.texts[this.codes.get(row)];
  }

  /** Every different text there is; undefined where there are too many, or too long ones. */
  different(): readonly string[] | undefined {
    return this.isFreeText ? undefined : this.texts.slice(1);
  }
}
