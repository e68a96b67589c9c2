/** The emitted rows, step by step, in columns of one length: steps without a hole, ascending. */
export interface EmittedRows {
  /** Epoch ms. */
  readonly time: Float64Array;
  /** NaN where there is no sample, or none yet. */
  readonly y: Float64Array;
  readonly yhat: Float64Array;
  readonly yhatLower: Float64Array;
  readonly yhatUpper: Float64Array;
}

const names = ['time', 'y', 'yhat', 'yhatLower', 'yhatUpper'] as const;

function mapColumns(column: (name: (typeof names)[number]) => Float64Array): EmittedRows {
  const [time, y, yhat, yhatLower, yhatUpper] = names.map(column);
  return { time, y, yhat, yhatLower, yhatUpper };
}

function joined(left: Float64Array, right: Float64Array): Float64Array {
  const both = new Float64Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** The rows with others that follow them. */
export function joinRows(rows: EmittedRows, next: EmittedRows): EmittedRows {
  return mapColumns((name) => joined(rows[name], next[name]));
}

/** The rows from a moment (epoch ms) to another, both included: views of the same memory. */
export function rowsWithin(rows: EmittedRows, from: number, to = Infinity): EmittedRows {
  const first = rows.time.findIndex((time) => time >= from);
  const after = rows.time.findIndex((time) => time > to);
  const end = after < 0 ? rows.time.length : after;
  return mapColumns((name) => rows[name].subarray(first < 0 ? end : first, end));
}

/** The rows, those that were emitted earlier as they were then: a classic score never changes once it has been shown. */
export function keepEmitted(rows: EmittedRows, earlier: EmittedRows | undefined): EmittedRows {
  const at = new Map(Array.from(earlier?.time ?? [], (time, row) => [time, row]));
  if (earlier === undefined || at.size === 0) {
    return rows;
  }
  return mapColumns((name) =>
    rows[name].map((value, row) => {
      const before = at.get(rows.time[row]);
      return before === undefined || (name === 'y' && Number.isNaN(earlier.y[before])) ? value : earlier[name][before];
    }),
  );
}
