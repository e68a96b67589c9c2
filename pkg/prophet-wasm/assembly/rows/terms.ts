import { Doubles } from '../math/doubles';

/*
 * The host's table of terms, six numbers each: period in ms (0 for a term that is one column), Fourier order, prior scale,
 * 1 where multiplicative, address of a column (0 for none), row of a step. A Fourier term with a column holds only where the
 * column is 1: a conditional seasonality. A step, of regular series alone, is 0 before its row and 1 from there on; the row
 * of other terms is -1.
 */
const WIDTH: i32 = 6;
const COLUMN: i32 = 4;
const STEP_ROW: i32 = 5;

/** Features of a model, in the order of their coefficients. */
@unmanaged
export class Terms {
  count: i32 = 0;
  table: Doubles = changetype<Doubles>(0);
  nFeatures: i32 = 0;
  hasMultiplicative: bool = false;

  @inline
  period(j: i32): f64 {
    return this.table[j * WIDTH];
  }

  @inline
  order(j: i32): i32 {
    return <i32>this.table[j * WIDTH + 1];
  }

  @inline
  priorScale(j: i32): f64 {
    return this.table[j * WIDTH + 2];
  }

  @inline
  isMultiplicative(j: i32): bool {
    return this.table[j * WIDTH + 3] != 0;
  }

  /** A value for each row, or null. */
  @inline
  column(j: i32): Doubles {
    return changetype<Doubles>(<usize>this.table[j * WIDTH + COLUMN]);
  }

  /** Gives a term its column. */
  @inline
  setColumn(j: i32, values: Doubles): void {
    this.table[j * WIDTH + COLUMN] = <f64>changetype<usize>(values);
  }

  @inline
  stepRow(j: i32): f64 {
    return this.table[j * WIDTH + STEP_ROW];
  }
}

export function readTerms(count: i32, table: Doubles): Terms {
  const terms = new Terms();
  terms.count = count;
  terms.table = table;
  for (let j = 0; j < count; j++) {
    terms.nFeatures += nColumnsOf(terms, j);
    if (terms.isMultiplicative(j)) terms.hasMultiplicative = true;
  }
  return terms;
}

/** How many features term j has: a sine and a cosine for each order, or its one column. */
export function nColumnsOf(terms: Terms, j: i32): i32 {
  return isWave(terms, j) ? 2 * terms.order(j) : 1;
}

/** Whether term j is a Fourier sum. */
export function isWave(terms: Terms, j: i32): bool {
  return terms.period(j) > 0;
}

/** Whether term j is a step. */
export function isStep(terms: Terms, j: i32): bool {
  return terms.stepRow(j) >= 0;
}
