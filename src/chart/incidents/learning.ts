import { type Series, type TimeSpan } from 'foreband-detector';
import { type DetectedSeries } from 'foreband-engine';
import { stepSizes } from 'prophet-wasm';

const MINUTE_MS = 60_000;

/** A model takes no fewer samples. */
export const LEAST_SAMPLES = 10;

/** Something unusual that somebody may call the new normal, or not normal. */
export interface Unusual {
  /** An incident; or a level that has changed and stayed, which the model follows as a step. */
  readonly kind: 'incident' | 'level';
  /** Its extent, epoch ms; that of a level ends with the last sample. */
  readonly span: TimeSpan;
}

function lastTime({ time, y }: Series): number {
  return time[y.findLastIndex(Number.isFinite)] ?? NaN;
}

/**
 * The incident at a time, else the level that began last before it.
 * @param time epoch ms.
 * @param reachMs so far from an incident a time still belongs to it: half a step of what is drawn.
 */
export function unusualAt(
  { series, fitted, detection }: DetectedSeries,
  time: number,
  reachMs: number,
): Unusual | undefined {
  const incident = detection.incidents.find(({ start, end }) => time >= start - reachMs && time <= end + reachMs);
  if (incident !== undefined) {
    return { kind: 'incident', span: { start: incident.start, end: incident.end } };
  }
  const steps = fitted.adaptive === null ? [] : stepSizes(fitted.model).filter((step) => step.time <= time);
  const start = Math.max(...steps.map((step) => step.time));
  const end = lastTime(series);
  return Number.isFinite(start) && start <= end ? { kind: 'level', span: { start, end } } : undefined;
}

/** The exclusion that leaves the samples from a moment on (epoch ms, to the minute): all of the time before. */
export function exclusionBefore(moment: number): TimeSpan {
  return { start: 0, end: Math.floor(moment / MINUTE_MS) * MINUTE_MS - MINUTE_MS };
}

/** How many samples there are from a moment on, in what is shown and in the history before it. */
export function samplesSince(
  { series, training }: Pick<DetectedSeries, 'series' | 'training'>,
  moment: number,
): number {
  const firstShown = series.time.at(0) ?? Infinity;
  const count = ({ time, y }: Series, before: number) =>
    time.filter((at, row) => at >= moment && at < before && Number.isFinite(y[row])).length;
  return count(series, Infinity) + count(training, firstShown);
}

/** The exclusions that a time lies in, and those that leave out all of the time before one: what may be taken back there. */
export function exclusionsAt(exclusions: readonly TimeSpan[], time: number): readonly TimeSpan[] {
  return exclusions.filter(({ start, end }) => start <= 0 || (time >= start && time <= end));
}
