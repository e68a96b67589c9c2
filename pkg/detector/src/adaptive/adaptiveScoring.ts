import type { ObservedRows, ScoredRows, Scoring } from '../detection/scoredRows.js';
import { adaptiveParameters } from './adaptiveParameters.js';
import { adaptiveDefaults, type AdaptiveRows, type AdaptiveSettings } from './adaptiveRows.js';
import type { AdaptiveScores } from './adaptiveScores.js';
import type { AdaptiveState } from './adaptiveState.js';
import { adaptiveWindows } from './adaptiveWindows.js';
import { replaceRows, rowsWithin, withoutRows } from './excludedRows.js';
import { scoresFrom } from './scoreColumns.js';
import { replayAdaptive, type ReplayOptionsInput } from './replayAdaptive.js';
import { scoreAdaptive } from './scoreAdaptive.js';

/** The inputs of a scoring besides the rows: `thresholdMultiplier` comes with the options of `detect`. */
export interface ScoringInput extends Partial<Omit<AdaptiveSettings, 'thresholdMultiplier'>> {
  /**
   * Rows right before those to be scored, with their forecast: at best the 5 h 40 (a replay: all) before. Default
   * none.
   */
  readonly lead?: ObservedRows;
  /**
   * Size of the training values, in the unit of the series: less than a thousandth of it is never anomalous. Default 0: nothing
   * is too small.
   */
  readonly size?: number;
}

/**
 * Scores rows with the state of a fitted model, for `detect`. Rows that the options exclude are scored like the others, which
 * look back on the rows before them as if nothing had been measured there: an outage that is excluded leaves no unrest behind.
 */
export function adaptiveScoring(state: AdaptiveState, { lead, size = 0, ...settings }: ScoringInput = {}): Scoring {
  const warmupMs = adaptiveWindows(state.stepMs, adaptiveParameters).warmup * state.stepMs;
  const learningUntil = state.ageMs < warmupMs ? state.end - state.ageMs + warmupMs : null;
  const known = { ...settings, size, scale: state.scale, learningUntil };
  return (rows, { thresholdMultiplier, exclusions }) => {
    const scored = (observed: ObservedRows, before: ObservedRows | undefined) => {
      const nLead = before?.time.length ?? 0;
      const all = adaptiveRowsOf(observed, before);
      return scoredRowsOf(observed, scoreAdaptive(state, all, nLead, { ...settings, thresholdMultiplier }), known);
    };
    const excluded = rowsWithin(rows.time, exclusions);
    const before = lead && withoutRows(lead, rowsWithin(lead.time, exclusions));
    const others = scored(withoutRows(rows, excluded), before);
    return excluded === null ? others : replaceRows(others, scored(rows, lead), excluded);
  };
}

/**
 * Scores rows as they would have been scored when they came in, each with what was known then, for `detect`: for
 * replays, evaluations and benchmarks. Their forecast must be out of sample.
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
    const learningUntil = until > rows.time[0] ? until : null;
    const { size, bounds } = options;
    return scoredRowsOf(rows, scoresFrom(scores, nLead), { size, bounds, scale: 0, learningUntil });
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

/** Facts about rows besides their scores. */
interface Known extends Pick<ScoredRows, 'learningUntil'>, Partial<Pick<AdaptiveSettings, 'bounds'>> {
  /** Of the training values. */
  readonly size: number;
  /** A level that has moved by more takes the band with it; 0: any does. */
  readonly scale: number;
}

/**
 * The rows as they are scored for people: one that is back at its forecast is not anomalous, though the hours behind it
 * still move the level and keep its incident open. The band holds both.
 */
function scoredRowsOf(
  { time, y, forecast: { yhat } }: ObservedRows,
  scores: AdaptiveScores,
  { size: trainingSize, scale, bounds = adaptiveDefaults.bounds, learningUntil }: Known,
): ScoredRows {
  const { expected, nearScore: score, threshold, branch, size, usual } = scores;
  const least = adaptiveParameters.leastDeviation * trainingSize;
  const side = scores.side.map((of, row) => (score[row] >= threshold[row] && size[row] >= least ? of : 0));
  const lingering = Uint8Array.from(scores.score, (value, row) => (value >= threshold[row] ? 1 : 0));
  const moved = (row: number) => (Math.abs(expected[row] - yhat[row]) > scale ? yhat[row] - expected[row] : 0);
  const bandLower = scores.bandLower.map((lower, row) =>
    Math.min(lower, Math.max(bounds.lower ?? -Infinity, lower + moved(row))),
  );
  const bandUpper = scores.bandUpper.map((upper, row) =>
    Math.max(upper, Math.min(bounds.upper ?? Infinity, upper + moved(row))),
  );
  return {
    time,
    y,
    expected,
    bandLower,
    bandUpper,
    score,
    threshold,
    side,
    lingering,
    branch,
    size,
    usual,
    severityBy: 'threshold',
    learningUntil,
  };
}
