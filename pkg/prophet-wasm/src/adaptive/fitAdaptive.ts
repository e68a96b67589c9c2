import { stepSizes, type StepSize } from '../features/stepSizes.js';
import type { Model } from '../fit/model.js';
import { checkCount } from '../history/cleanHistory.js';
import { parseBounds } from '../options/parseBounds.js';
import type { Prophet } from '../prophet.js';
import type { Recurring } from '../recurring/recurring.js';
import { weeklyValues } from '../recurring/weeklyValues.js';
import { withRecurring } from '../recurring/withRecurring.js';
import { excludeRanges } from '../robust/excludeRanges.js';
import { createAdaptation, type Adaptation } from './adaptation.js';
import {
  parseAdaptive,
  parseWindow,
  type AdaptiveOptions,
  type AdaptiveWindow,
  type ResolvedAdaptive,
} from './adaptiveOptions.js';
import { findEdges } from './findEdges.js';
import type { FoundPeriod } from './findPeriod.js';
import { createGrid } from './grid.js';
import { forecastOutOfSample } from './outOfSample.js';
import { createRecurringFinder, type FoundRecurring } from './recurringFinder.js';
import { trimmedFit } from './trimmedFit.js';

/** A stretch of time. */
export interface Stretch {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Epoch milliseconds: the first moment after it. */
  readonly end: number;
}

/** Findings of an adaptive fit in its window. */
export interface AdaptiveFindings {
  /** Stretches in which the level was away and came back within three days, or is away at the end: they have no part in the fit. */
  readonly blocks: readonly Stretch[];
  /** Lasting changes of level that the model has, with their sizes. */
  readonly steps: readonly StepSize[];
  /** Stretches in which the level went away too slowly for a step. */
  readonly drifts: readonly Stretch[];
  /** Another period; null for none, or where none was looked for. */
  readonly period: FoundPeriod | null;
  /** 1 for each row of the window whose sample has no part in the fit, 0 for all others, also those without a sample. */
  readonly excluded: Uint8Array;
  /** Number of rows that are 1 there. */
  readonly nExcluded: number;
}

/** An adaptive fit. */
export interface AdaptiveFit {
  readonly model: Model;
  readonly found: AdaptiveFindings;
  /**
   * Forecast of each row of the window, out of sample: each day by a fit on the days before it, first six hours after
   * the first sample, and every six hours until three days. NaN before. Exclusions, steps and another period are those
   * of the whole window; what recurs is found by each fit.
   */
  readonly outOfSample: () => Float64Array;
}

/**
 * Fits a window of a regular series so that its forecast can be believed: blocks and outliers have no part in it, lasting
 * changes of level are steps, what returns exactly at a time of day or week recurs, and it does not leave its bounds.
 * @throws RangeError for a window or options that cannot be used.
 */
export function fitAdaptive(prophet: Prophet, given: AdaptiveWindow, options?: AdaptiveOptions): AdaptiveFit {
  const settings = parseAdaptive(options);
  const window = parseWindow(given);
  const { first, grid } = knownGrid(window, settings);
  const all = createAdaptation(prophet, window, grid, settings);
  const { model: fitted, excluded, yhat, noise } = trimmedFit(all);
  const found = createRecurringFinder(all, excluded)(yhat, noise);
  const model = completeModel(all, fitted, joinRecurring(all, found));
  const mask = new Uint8Array(window.y.length);
  mask.set(excluded, first);
  return {
    model,
    found: findings(all, model, mask),
    outOfSample() {
      const forecast = new Float64Array(window.y.length).fill(NaN);
      forecast.set(forecastOutOfSample(all, excluded), first);
      return forecast;
    },
  };
}

/** The rows from the first known one on, without those that the caller excludes. */
function knownGrid({ start, stepMs, y }: AdaptiveWindow, { exclude, from, timeZone }: ResolvedAdaptive) {
  const values = new Float64Array(exclude.length === 0 ? y : excludeRanges({ start, stepMs, y }, exclude).y);
  values.fill(NaN, 0, Math.max(0, Math.ceil((Math.max(from, start) - start) / stepMs)));
  let [first, count] = [0, 0];
  for (let i = values.length - 1; i >= 0; i--) {
    if (!Number.isNaN(values[i])) {
      first = i;
      count++;
    }
  }
  checkCount(count);
  return { first, grid: createGrid(start + first * stepMs, stepMs, values.subarray(first), timeZone) };
}

function joinRecurring({ grid, rows }: Adaptation, { profile, residual, scale }: FoundRecurring): Recurring | null {
  const { above, below } = findEdges(profile, residual, grid, rows, scale);
  const runs = weeklyValues(profile, grid.stepMs);
  const edges = [
    ...weeklyValues(above, grid.stepMs).map((values) => ({ side: 'above' as const, ...values })),
    ...weeklyValues(below, grid.stepMs).map((values) => ({ side: 'below' as const, ...values })),
  ];
  return runs.length + edges.length === 0 ? null : { slotMs: grid.stepMs, runs, edges };
}

function completeModel({ settings, bounds }: Adaptation, model: Model, recurring: Recurring | null): Model {
  const options = { ...model.options, bounds: parseBounds(settings.model.bounds ?? 'auto') };
  return withRecurring({ ...model, options, bounds }, recurring);
}

function findings({ grid, analysis }: Adaptation, model: Model, excluded: Uint8Array): AdaptiveFindings {
  const stretch = ({ from, to }: { readonly from: number; readonly to: number }): Stretch => ({
    start: grid.start + from * grid.stepMs,
    end: grid.start + to * grid.stepMs,
  });
  let nExcluded = 0;
  for (let i = 0; i < excluded.length; i++) {
    nExcluded += excluded[i];
  }
  return {
    blocks: analysis.blocks.map(stretch),
    steps: stepSizes(model),
    drifts: analysis.drifts.map(stretch),
    period: analysis.period,
    excluded,
    nExcluded,
  };
}
