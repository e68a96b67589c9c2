import { runsOf, type RecurringEffect } from 'foreband-detector';

import type { FittedModel } from '../fit/fittedModel.js';
import type { Verbs } from '../verbs.js';

/** What returns in a series by its model; null for what does not. */
export interface RecurringEffects {
  /** What recurs at a time of day or week. */
  readonly jobs: RecurringEffect | null;
  /** What returns several times a day: such jobs, else another period. */
  readonly batch: RecurringEffect | null;
}

const DAY_MS = 86_400_000;

/** So many runs a day are a batch. */
const RUNS_A_DAY = 4;

const ANY_WIDTH = 0.95;

/** A job counts from so many deviations of the noise on: one run less of a smaller one is no spike to any score. */
const LEAST_DEVIATIONS = 6;

function jobsIn(recurring: Float64Array, least: number): RecurringEffect | null {
  const runs = runsOf(recurring).filter(({ first, end }) =>
    recurring.subarray(first, end).some((value) => Math.abs(value) >= least),
  );
  const effect = new Float64Array(recurring.length);
  runs.forEach(({ first, end }) => effect.set(recurring.subarray(first, end), first));
  return runs.length === 0 ? null : { effect, runs };
}

function medianOf(values: Float64Array): number {
  const sorted = values.filter(Number.isFinite).sort();
  return sorted[sorted.length >> 1] ?? NaN;
}

// Most of the time a batch rests: what it adds is what stands out of the middle, on the side where more does.
function fromCycle(cycle: Float64Array): RecurringEffect {
  const middle = medianOf(cycle);
  const most = cycle.reduce((far, value) => (Math.abs(value - middle) > Math.abs(far) ? value - middle : far), 0);
  const effect = cycle.map((value) => (Math.sign(value - middle) === Math.sign(most) ? value - middle : 0));
  return { effect, runs: runsOf(effect) };
}

/**
 * What a model knows to return, at the rows of a series.
 * @param time epoch ms, ascending.
 */
export function recurringEffects(
  { forecast }: Pick<Verbs, 'forecast'>,
  fitted: FittedModel,
  time: Float64Array,
): RecurringEffects {
  const { components } = forecast(fitted, time, ANY_WIDTH);
  const { recurring, cycle } = components;
  const { model } = fitted;
  const least = LEAST_DEVIATIONS * model.params.sigmaObs * model.scaling.yScale;
  const jobs = model.recurring === null ? null : jobsIn(recurring, least);
  const nDays = (time[time.length - 1] - time[0]) / DAY_MS;
  if (jobs !== null && jobs.runs.length >= RUNS_A_DAY * nDays) {
    return { jobs, batch: jobs };
  }
  const isAdditive = model.seasonalities.some(({ name, mode }) => name === 'cycle' && mode === 'additive');
  return { jobs, batch: isAdditive && cycle !== undefined ? fromCycle(cycle) : null };
}
