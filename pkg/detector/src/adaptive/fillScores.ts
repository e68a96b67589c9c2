import type { AdaptiveParameters } from './adaptiveParameters.js';
import type { AdaptiveRows, ValueBounds } from './adaptiveRows.js';
import { branchCodes } from '../detection/branch.js';
import type { ScoreColumns } from './scoreColumns.js';
import type { RecurringBySlot, Usual } from './usual.js';

/** Rows and how they are scored. */
export interface Stretch {
  /** The excursions that recur. */
  readonly recurring: RecurringBySlot;
  /** The rows `from <= row < to`. */
  readonly from: number;
  readonly to: number;
  /** Rows from this one on are scored, those before have a score of 0: the series is too young. */
  readonly scoredFrom: number;
  /** From this one on unrest and bias are scored as well. */
  readonly slowFrom: number;
}

/** Fills the three branches, the score and what decided it, from the windows of the rows. */
export function fillScores(
  columns: ScoreColumns,
  stretch: Stretch,
  usual: Usual,
  parameters: AdaptiveParameters,
): void {
  const { deviation, unrest, meanResidual, spike, sustained, bias, score, slot } = columns;
  const { above, below } = stretch.recurring;
  const beyond = (distance: number, at: number) => Math.max(distance - above[at], -distance - below[at], 0);
  const { unrestMean } = usual;
  const { unrestMargin, biasMargin } = parameters;
  const spikeUnit = usual.scale * parameters.spikeScales;
  const unrestUnit = usual.unrestDeviation * parameters.sustainedDeviations;
  const biasUnit = usual.biasScale * parameters.biasScales;
  for (let i = stretch.from; i < stretch.to; i++) {
    if (Number.isNaN(deviation[i])) {
      clear(columns, i);
      continue;
    }
    const isSlow = i >= stretch.slowFrom;
    spike[i] = beyond(deviation[i], slot[i]) / spikeUnit;
    sustained[i] = isSlow ? Math.max(0, unrest[i] - unrestMean) / unrestUnit : 0;
    bias[i] = isSlow ? Math.abs(meanResidual[i]) / biasUnit : 0;
    const nearSpike = beyond(columns.distance[i], slot[i]) / spikeUnit;
    const nearSustained = isSlow ? Math.max(0, columns.nearUnrest[i] - unrestMean) / (unrestMargin * unrestUnit) : 0;
    const isScored = i >= stretch.scoredFrom;
    score[i] = isScored ? Math.max(spike[i], sustained[i], bias[i]) : 0;
    const nearBias = isSlow ? columns.nearBias[i] / (biasMargin * biasUnit) : 0;
    columns.nearScore[i] = isScored ? Math.max(nearSpike, nearSustained, nearBias) : 0;
    if (nearSpike >= nearSustained && nearSpike >= nearBias) {
      bySpike(columns, i, spikeUnit, stretch.recurring);
    } else if (nearSustained >= nearBias) {
      bySustained(columns, i, usual.scale, unrestMean + unrestUnit);
    } else {
      byBias(columns, i, biasUnit);
    }
  }
}

function bySpike(columns: ScoreColumns, i: number, unit: number, recurring: RecurringBySlot): void {
  const isBelow = columns.distance[i] < 0;
  const bySlot = isBelow ? recurring.below : recurring.above;
  columns.branch[i] = branchCodes.spike;
  columns.side[i] = isBelow ? -1 : 1;
  columns.size[i] = Math.abs(columns.distance[i]);
  columns.usual[i] = unit + bySlot[columns.slot[i]];
}

/** The side is the one on which the last hours lie, seen from the level. */
function bySustained(columns: ScoreColumns, i: number, scale: number, unrestAtOne: number): void {
  columns.branch[i] = branchCodes.sustained;
  columns.side[i] = columns.meanResidual[i] < columns.level[i] ? -1 : 1;
  columns.size[i] = columns.nearUnrest[i] * scale;
  columns.usual[i] = unrestAtOne * scale;
}

function byBias(columns: ScoreColumns, i: number, unit: number): void {
  columns.branch[i] = branchCodes.bias;
  columns.side[i] = columns.meanResidual[i] < 0 ? -1 : 1;
  columns.size[i] = columns.nearBias[i];
  columns.usual[i] = unit;
}

function clear(columns: ScoreColumns, i: number): void {
  columns.score[i] = NaN;
  columns.nearScore[i] = NaN;
  columns.spike[i] = NaN;
  columns.sustained[i] = NaN;
  columns.bias[i] = NaN;
  columns.branch[i] = 0;
  columns.side[i] = 0;
  columns.size[i] = NaN;
  columns.usual[i] = NaN;
  columns.meanResidual[i] = NaN;
}

/** Fills the band about what is expected: where a row's spike stays below its threshold, within the bounds. */
export function fillBand(
  columns: ScoreColumns,
  { edges }: Pick<AdaptiveRows, 'edges'>,
  bounds: ValueBounds,
  { from, to, recurring }: Pick<Stretch, 'from' | 'to' | 'recurring'>,
  width: number,
): void {
  const { expected, threshold, bandLower, bandUpper, slot } = columns;
  const lower = bounds.lower ?? -Infinity;
  const upper = bounds.upper ?? Infinity;
  for (let i = from; i < to; i++) {
    const reach = width * threshold[i];
    const above = recurring.above[slot[i]] + (edges === null ? 0 : edges.above[i]);
    const below = recurring.below[slot[i]] + (edges === null ? 0 : edges.below[i]);
    bandUpper[i] = Math.max(lower, Math.min(upper, expected[i] + reach + above));
    bandLower[i] = Math.max(lower, Math.min(upper, expected[i] - reach - below));
  }
}
