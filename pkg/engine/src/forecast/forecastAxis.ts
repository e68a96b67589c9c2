import { toGrid, type Series } from 'foreband-detector';

/** Visible samples on the axis of the forecast: NaN where there is none, before, after or between them. */
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

const MAX_POINTS = 200_000;

function refuseTooMany(visible: Series, span: { start: number; end: number }, stepMs: number): void {
  const first = Math.min(span.start, visible.time.at(0) ?? span.start);
  const nPoints = Math.ceil((span.end - first) / stepMs);
  if (nPoints > MAX_POINTS) {
    throw new RangeError(
      `invalid range: ${nPoints} steps of ${stepMs / 1000} s (expected at most ${MAX_POINTS}: choose a longer step, a shorter range or a shorter horizon)`,
    );
  }
}

/**
 * The time axis of a result: the visible rows, every step missing between them, the steps that lead to `span.start`
 * and the steps that follow to `span.end`. Rows that do not lie on the step have their own times.
 *
 * @throws RangeError when that would be more than 200,000 points.
 */
export function forecastAxis(visible: Series, span: { start: number; end: number }, stepMs: number): ForecastAxis {
  refuseTooMany(visible, span, stepMs);
  // Between samples the forecast goes on, so that a gap in the data is no gap in the band.
  const rows = visible.time.length > 0 && isRegular(visible.time, stepMs) ? toGrid(visible, stepMs) : visible;
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
