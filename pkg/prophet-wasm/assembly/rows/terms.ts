import { Doubles } from '../math/doubles';

/*
 * The host's table of terms, five numbers each: period in ms (0 for a term that is one given column), Fourier order,
 * prior scale, 1 where multiplicative, address of a column (0 for none). A Fourier term with a column holds only where the column
 * is 1: a conditional seasonality.
 */
const WIDTH: i32 = 5;

/** What the features of a model are, in the order of their coefficients. */
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
    return changetype<Doubles>(<usize>this.table[j * WIDTH + 4]);
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
