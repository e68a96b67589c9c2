/** Columns of numbers that grow. */
export type Column = Float64Array | Uint8Array | Uint16Array;

/** A column whose length is not known beforehand: set row by row, in any order. Rows that were not set are as created. */
export class GrowingColumn<C extends Column> {
  private column: C;

  /** @param create a column of some length. */
  constructor(private readonly create: (length: number) => C) {
    this.column = create(1024);
  }

  set(row: number, value: number): void {
    if (row >= this.column.length) {
      const larger = this.create(Math.max(row + 1, 2 * this.column.length));
      larger.set(this.column);
      this.column = larger;
    }
    this.column[row] = value;
  }

  get(row: number): number {
    return this.column[row] ?? this.create(1)[0];
  }

  /** The first rows, as a view: whoever changes it changes the column. */
  first(length: number): C {
    if (length > this.column.length) {
      this.set(length - 1, this.create(1)[0]);
    }
    return this.column.subarray(0, length) as C;
  }
}

/** Numbers, NaN where none was set. */
export function growingNumbers(): GrowingColumn<Float64Array> {
  return new GrowingColumn((length) => new Float64Array(length).fill(NaN));
}
