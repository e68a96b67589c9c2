import {
  ADAPTIVE_LEAD_MS,
  adaptiveScoring,
  type AdaptiveState,
  type ObservedRows,
  parseDetectionOptions,
  replayAdaptive,
  type ReplayOptions,
  type ScoredRows,
} from 'foreband-detector';
import { edgesAt, type Model, type Prophet } from 'prophet-wasm';

import type { WalkedFit } from './adaptiveFits';
import { joinScoredRows } from './joinScoredRows';
import type { RegularSeries } from './walk';

/** How the scoring differs from Foreband's, for experiments. */
export interface ScoringVariant {
  readonly replay?: Partial<Pick<ReplayOptions, 'pagesPerWeek' | 'parameters'>>;
  /** The state to score with instead of the one that was read. */
  readonly change?: (state: AdaptiveState) => AdaptiveState;
  /** Reads the state from the fit's own residuals. */
  readonly isInSample?: boolean;
}

const options = parseDetectionOptions();

/** Scores each row with the last fit before it, and with the state that was read at its end. */
export function scoreFits(
  prophet: Prophet,
  series: RegularSeries,
  fits: readonly WalkedFit[],
  variant: ScoringVariant = {},
): ScoredRows {
  const { time, y } = series;
  const parts = fits.map((fit) => {
    const { model, row, next } = fit;
    const state = stateOf(prophet, series, fit, variant);
    const lead = observed(prophet, model, series, Math.max(0, row - Math.round(ADAPTIVE_LEAD_MS / state.stepMs)), row);
    const scoring = adaptiveScoring(state, { lead, bounds: model.bounds, size: model.scaling.yScale });
    return scoring(observed(prophet, model, series, row, next), options);
  });
  return joinScoredRows(time, y, parts);
}

function stateOf(
  prophet: Prophet,
  series: RegularSeries,
  { model, windowFrom, row, outOfSample }: WalkedFit,
  { replay, change = (state) => state, isInSample = false }: ScoringVariant,
): AdaptiveState {
  const time = series.time.subarray(windowFrom, row);
  const y = series.y.subarray(windowFrom, row);
  const yhat = isInSample ? prophet.predict(model, time).yhat : outOfSample;
  const { state } = replayAdaptive(
    { time, y, yhat, edges: edgesAt(model, time) },
    {
      stepMs: time[1] - time[0],
      size: largestOf(y),
      ownDeviation: model.params.sigmaObs * model.scaling.yScale,
      bounds: model.bounds,
      ...replay,
    },
  );
  return change(state);
}

function observed(prophet: Prophet, model: Model, series: RegularSeries, from: number, to: number): ObservedRows {
  const time = series.time.subarray(from, to);
  const forecast = { ...prophet.predict(model, time), edges: edgesAt(model, time) };
  return { time, y: series.y.subarray(from, to), forecast };
}

function largestOf(y: Float64Array): number {
  return y.reduce((largest, value) => (Math.abs(value) > largest ? Math.abs(value) : largest), 0);
}
