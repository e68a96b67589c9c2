import type { Growth } from '../options/prophetOptions.js';

/** Rate and offset of a trend, in scaled units. */
export interface InitialTrend {
  readonly k: number;
  readonly m: number;
}

/** Rows in scaled units, ascending in time. */
export interface ScaledRows {
  readonly t: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Of logistic growth. */
  readonly cap?: ArrayLike<number>;
}

/**
 * Where Prophet starts its optimizer: the line, or the logistic curve, through the first and the last row; the mean
 * without growth. Problems that bend have several optima, and this start is part of the model's meaning.
 */
export function initialTrend(growth: Growth, rows: ScaledRows): InitialTrend {
  switch (growth) {
    case 'flat':
      return { k: 0, m: Array.from(rows.y).reduce((sum, value) => sum + value, 0) / rows.y.length };
    case 'linear':
      return throughEnds(rows);
    case 'logistic':
      return logisticThroughEnds(rows);
  }
}

function throughEnds({ t, y }: ScaledRows): InitialTrend {
  const last = t.length - 1;
  const k = (y[last] - y[0]) / (t[last] - t[0]);
  return { k, m: y[0] - k * t[0] };
}

function logisticThroughEnds({ t, y, cap = [] }: ScaledRows): InitialTrend {
  const last = t.length - 1;
  const span = t[last] - t[0];
  const ratioAt = (row: number) => cap[row] / Math.min(Math.max(y[row], 0.01 * cap[row]), 0.99 * cap[row]);
  const lastRatio = ratioAt(last);
  const firstRatio = Math.abs(ratioAt(0) - lastRatio) <= 0.01 ? 1.05 * ratioAt(0) : ratioAt(0);
  const start = Math.log(firstRatio - 1);
  const end = Math.log(lastRatio - 1);
  return { k: (start - end) / span, m: (start * span) / (start - end) };
}
