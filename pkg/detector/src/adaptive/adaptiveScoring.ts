import type { ObservedRows, ScoredRows, Scoring } from '../detection/scoredRows';
import { adaptiveParameters } from './adaptiveParameters';
import type { AdaptiveRows, AdaptiveSettings } from './adaptiveRows';
import type { AdaptiveScores } from './adaptiveScores';
import type { AdaptiveState } from './adaptiveState';
import { adaptiveWindows } from './adaptiveWindows';
import { scoresFrom } from './scoreColumns';
import { replayAdaptive, type ReplayOptionsInput } from './replayAdaptive';
import { scoreAdaptive } from './scoreAdaptive';

/** What a scoring is given besides the rows: `thresholdMultiplier` comes with the options of `detect`. */
export interface ScoringInput extends Partial<Omit<AdaptiveSettings, 'thresholdMultiplier'>> {
  /** Rows right before those to be scored, with their forecast: at best the 5 h 40 (a replay: all) before. Default none. */
  readonly lead?: ObservedRows;
}

/** Scores rows with the state of a fitted model, for `detect`. */
export function adaptiveScoring(state: AdaptiveState, { lead, ...settings }: ScoringInput = {}): Scoring {
  return (rows, { thresholdMultiplier }) => {
    const nLead = lead?.time.length ?? 0;
    const scores = scoreAdaptive(state, adaptiveRowsOf(rows, lead), nLead, { ...settings, thresholdMultiplier });
    const warmupMs = adaptiveWindows(state.stepMs, adaptiveParameters).warmup * state.stepMs;
    const begins = state.end - state.ageMs;
    return scoredRowsOf(rows, scores, state.ageMs < warmupMs ? begins + warmupMs : null);
  };
}

/**
 * Scores rows as they would have been scored when they came in, each with what was known then, for `detect`: for replays,
 * evaluations and benchmarks. Their forecast must be out of sample.
 */
export function replayScoring({
  lead,
  ...options
}: Omit<ReplayOptionsInput, 'thresholdMultiplier'> & Pick<ScoringInput, 'lead'>): Scoring {
  return (rows, { thresholdMultiplier }) => {
    const nLead = lead?.time.length ?? 0;
    const all = adaptiveRowsOf(rows, lead);
    const { scores } = replayAdaptive(all, { ...options, thresholdMultiplier });
    const parameters = options.parameters ?? adaptiveParameters;
    const first = all.time.findIndex((_, row) => Number.isFinite(all.y[row] - all.yhat[row]));
    const until = all.time[first] + adaptiveWindows(options.stepMs, parameters).warmup * options.stepMs;
    return scoredRowsOf(rows, scoresFrom(scores, nLead), until > rows.time[0] ? until : null);
  };
}

function adaptiveRowsOf({ time, y, forecast }: ObservedRows, lead: ObservedRows | undefined): AdaptiveRows {
  const { edges = null, yhat } = forecast;
  if (lead === undefined) {
    return { time, y, yhat, edges };
  }
  const before = lead.forecast.edges ?? noEdges(lead.time.length);
  const after = edges ?? noEdges(time.length);
  return {
    time: join(lead.time, time),
    y: join(lead.y, y),
    yhat: join(lead.forecast.yhat, yhat),
    edges: { above: join(before.above, after.above), below: join(before.below, after.below) },
  };
}

function noEdges(nRows: number): NonNullable<AdaptiveRows['edges']> {
  return { above: new Float64Array(nRows), below: new Float64Array(nRows) };
}

function join(before: Float64Array, after: Float64Array): Float64Array {
  const joined = new Float64Array(before.length + after.length);
  joined.set(before);
  joined.set(after, before.length);
  return joined;
}

function scoredRowsOf({ time, y }: ObservedRows, scores: AdaptiveScores, learningUntil: number | null): ScoredRows {
  const { expected, bandLower, bandUpper, score, threshold, branch, size, usual } = scores;
  const side = scores.side.map((of, row) => (score[row] >= threshold[row] ? of : 0));
  return {
    time,
    y,
    expected,
    bandLower,
    bandUpper,
    score,
    threshold,
    side,
    branch,
    size,
    usual,
    severityBy: 'threshold',
    learningUntil,
  };
}
