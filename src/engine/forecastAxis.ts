import type { Series } from 'foreband-detector';

/** Visible readings on the axis of the forecast: NaN where there is none, before, after or between them. */
export interface ForecastAxis {
  readonly time: Float64Array;
  readonly y: Float64Array;
}

function stepsBetween(from: number, to: number, stepMs: number): number[] {
  const count = Math.max(0, Math.floor((to - from) / stepMs + 1e-9));
  return Array.from({ length: count }, (_, index) => from + (index + 1) * stepMs);
}

function isRegular(time: Float64Array, stepMs: number): boolean {
  return time.every((value) => value % stepMs === 0);
}

// Between rows more than a step apart the forecast goes on, so that a gap in the data is no gap in the band.
function withGapsFilled({ time, y }: Series, stepMs: number): ForecastAxis {
  const start = time[0] ?? 0;
  const length = Math.round(((time.at(-1) ?? start) - start) / stepMs) + 1;
  const filled = new Float64Array(length).fill(NaN);
  time.forEach((value, row) => {
    filled[Math.round((value - start) / stepMs)] = y[row] ?? NaN;
  });
  return { time: Float64Array.from({ length }, (_, index) => start + index * stepMs), y: filled };
}

/**
 * The time axis of a result: the visible rows, every step missing between them, the steps that lead to `span.start`
 * and the steps that follow to `span.end`. Rows that do not lie on the step keep their own times.
 */
export function forecastAxis(visible: Series, span: { start: number; end: number }, stepMs: number): ForecastAxis {
  const rows = visible.time.length > 0 && isRegular(visible.time, stepMs) ? withGapsFilled(visible, stepMs) : visible;
  const alignedStart = Math.ceil(span.start / stepMs) * stepMs;
  const first = rows.time[0];
  const before = first === undefined ? [] : stepsBetween(alignedStart - stepMs, first - stepMs, stepMs);
  const after = stepsBetween(rows.time.at(-1) ?? alignedStart - stepMs, span.end, stepMs);
  const time = new Float64Array(before.length + rows.time.length + after.length);
  const y = new Float64Array(time.length).fill(NaN);
  time.set(before);
  time.set(rows.time, before.length);
  time.set(after, before.length + rows.time.length);
  y.set(rows.y, before.length);
  return { time, y };
}
