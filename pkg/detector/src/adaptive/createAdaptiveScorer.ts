import { adaptiveParameters } from './adaptiveParameters.js';
import { adaptiveDefaults, type AdaptiveSettings } from './adaptiveRows.js';
import type { AdaptiveScores } from './adaptiveScores.js';
import type { AdaptiveState } from './adaptiveState.js';
import { adaptiveWindows } from './adaptiveWindows.js';
import { branchOf, type Branch } from '../detection/branch.js';
import { createScoreColumns, type ScoreColumns } from './scoreColumns.js';
import { StateScorer } from './stateScorer.js';

/** A sample with its forecast. */
export interface ForecastSample {
  /** Epoch milliseconds. */
  readonly time: number;
  /** NaN where nothing was measured. */
  readonly y: number;
  /** NaN where nothing is forecast. */
  readonly yhat: number;
  /** How much farther than yhat the forecast lets a value lie, by side, 0 or more. Default 0. */
  readonly edgeAbove?: number;
  readonly edgeBelow?: number;
}

/** One row of `AdaptiveScores`; the fields mean the same. */
export type ScoredSample = Readonly<Record<Exclude<keyof AdaptiveScores, 'branch'>, number>> & {
  readonly time: number;
  /** The branch that decided; undefined where nothing was measured. */
  readonly branch: Branch | undefined;
};

/** Scores samples as they come in. */
export interface AdaptiveScorer {
  /**
   * Scores the next sample, in less than a microsecond, to the bit as `scoreAdaptive` would.
   * @throws RangeError for a sample that is not later than the one before.
   */
  push(sample: ForecastSample): ScoredSample;
}

/**
 * A scorer for samples as they come in. It needs the samples of the 5 h 40 before the first that counts: push those first.
 * Steps that are passed over count as missing.
 */
export function createAdaptiveScorer(state: AdaptiveState, settings: Partial<AdaptiveSettings> = {}): AdaptiveScorer {
  const { stepMs } = state;
  const complete = { ...adaptiveDefaults, ...settings };
  const { lead } = adaptiveWindows(stepMs, adaptiveParameters);
  const column = () => new Float64Array(1);
  const row = { time: column(), y: column(), yhat: column(), edges: { above: column(), below: column() } };
  const columns = createScoreColumns(1);
  let scorer: StateScorer | undefined;
  let last = NaN;

  const take = ({ time, y, yhat, edgeAbove = 0, edgeBelow = 0 }: ForecastSample) => {
    scorer ??= new StateScorer(state, complete, time);
    row.time[0] = time;
    row.y[0] = y;
    row.yhat[0] = yhat;
    row.edges.above[0] = edgeAbove;
    row.edges.below[0] = edgeBelow;
    scorer.score(row, 0, 1, columns);
    last = time;
  };

  return {
    push: (sample) => {
      if (sample.time <= last) {
        throw new RangeError(`invalid time: ${sample.time} (expected after ${last})`);
      }
      const nMissing = Math.round((sample.time - last) / stepMs) - 1;
      if (nMissing > lead) {
        scorer = undefined;
      }
      for (let i = 0; scorer !== undefined && i < nMissing; i++) {
        take({ time: last + stepMs, y: NaN, yhat: NaN });
      }
      take(sample);
      return sampleOf(columns, sample.time);
    },
  };
}

function sampleOf(columns: ScoreColumns, time: number): ScoredSample {
  return {
    time,
    score: columns.score[0],
    spike: columns.spike[0],
    sustained: columns.sustained[0],
    bias: columns.bias[0],
    nearScore: columns.nearScore[0],
    expected: columns.expected[0],
    level: columns.level[0],
    bandLower: columns.bandLower[0],
    bandUpper: columns.bandUpper[0],
    threshold: columns.threshold[0],
    branch: branchOf(columns.branch[0]),
    side: columns.side[0],
    size: columns.size[0],
    usual: columns.usual[0],
  };
}
