/** Lags whose products are summed up in one pass. */
const AT_ONCE = 4;

/**
 * The autocorrelation of a series about 0, from one lag to before another: products over the mean square of the pairs of which
 * both are known. The squares of all rows are summed up once, and those of pairs that lack one are taken off gap by gap.
 * @param x NaN where nothing is known.
 * @param most The largest lag that will be asked for.
 */
export function createAutocorrelation(x: Float64Array, most: number): (from: number, to: number) => Float64Array {
  const n = x.length;
  // Zeros behind the end stand in for pairs that there are none of.
  const known = new Float64Array(n + most + AT_ONCE);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    known[i] = Number.isNaN(x[i]) ? 0 : x[i];
    squares[i + 1] = squares[i] + known[i] * known[i];
  }
  const gaps = gapsOf(x);
  const squaresBetween = (from: number, to: number) =>
    squares[Math.min(Math.max(to, 0), n)] - squares[Math.min(Math.max(from, 0), n)];
  const squaresOfPairs = (lag: number) => {
    let sum = squaresBetween(lag, n) + squaresBetween(0, n - lag);
    for (const { from, to } of gaps) {
      sum -= squaresBetween(from + lag, to + lag) + squaresBetween(from - lag, to - lag);
    }
    return sum / 2;
  };
  return (from, to) => {
    const out = new Float64Array(to - from + AT_ONCE);
    for (let lag = from; lag < to; lag += AT_ONCE) {
      productSums(known, n, lag, out, lag - from);
    }
    for (let lag = from; lag < to; lag++) {
      const pairs = squaresOfPairs(lag);
      out[lag - from] = pairs > 0 ? out[lag - from] / pairs : 0;
    }
    return out.subarray(0, to - from);
  };
}

/** Sums of products at four lags: each row is loaded twice instead of eight times. */
function productSums(x: Float64Array, n: number, lag: number, out: Float64Array, at: number): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  let first = x[lag];
  let second = x[lag + 1];
  let third = x[lag + 2];
  for (let i = 0; i < n; i++) {
    const value = x[i];
    const fourth = x[i + lag + 3];
    a += value * first;
    b += value * second;
    c += value * third;
    d += value * fourth;
    first = second;
    second = third;
    third = fourth;
  }
  out[at] = a;
  out[at + 1] = b;
  out[at + 2] = c;
  out[at + 3] = d;
}

function gapsOf(x: Float64Array): readonly { readonly from: number; readonly to: number }[] {
  const gaps: { readonly from: number; readonly to: number }[] = [];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i])) {
      const from = i;
      while (i < x.length && Number.isNaN(x[i])) {
        i++;
      }
      gaps.push({ from, to: i });
    }
  }
  return gaps;
}
