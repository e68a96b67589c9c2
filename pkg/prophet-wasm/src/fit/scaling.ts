import { boundColumn, type RowChoice } from '../history/extraColumns.js';
import type { ExtraColumns } from '../history/history.js';
import { invalid } from '../invalid.js';
import { MAX_SCALED_CAP } from '../options/limits.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import type { ModelScaling } from './model.js';

/** Extremes of a history. */
export interface HistorySpan {
  readonly start: number;
  readonly end: number;
  readonly yMin: number;
  readonly yMax: number;
}

/** Prophet's scaling of a history with linear or flat growth; a scale of 0 becomes 1. */
export function chooseScaling({ start, end, yMin, yMax }: HistorySpan, options: ResolvedOptions): ModelScaling {
  const rest = { timeStart: start, timeScaleMs: end - start, hasFloor: false, floor: null, cap: null };
  if (options.scaling === 'minmax') {
    return { yScale: yMax - yMin || 1, yMin, ...rest };
  }
  return { yScale: Math.max(Math.abs(yMin), Math.abs(yMax)) || 1, yMin: 0, ...rest };
}

/** A history with logistic growth, scaled. */
export interface SaturatingHistory {
  readonly scaling: ModelScaling;
  readonly y: Float64Array;
  readonly cap: Float64Array;
}

/**
 * The same with logistic growth, where every row has a cap above its floor.
 * @throws RangeError for a missing cap, one that does not exceed the floor, or one out of all proportion to y.
 */
export function scaleSaturating(
  span: HistorySpan,
  y: Float64Array,
  extra: ExtraColumns,
  rows: RowChoice,
  options: ResolvedOptions,
): SaturatingHistory {
  const plain = chooseScaling(span, options);
  const { cap: givenCap, floor: givenFloor } = extra;
  const cap = capColumn(givenCap, rows);
  const hasFloor = givenFloor !== undefined;
  const floor = hasFloor ? boundColumn('floor', givenFloor, rows) : new Float64Array(rows.count).fill(plain.yMin);
  checkAboveFloor(cap, floor);
  const scaling = {
    ...plain,
    ...(hasFloor ? scaleAboveFloor(y, cap, floor, options) : {}),
    hasFloor,
    floor: typeof givenFloor === 'number' ? givenFloor : null,
    cap: typeof givenCap === 'number' ? givenCap : null,
  };
  const scaled = (values: Float64Array) => values.map((value, row) => (value - floor[row]) / scaling.yScale);
  const scaledCap = scaled(cap);
  checkReach(cap, scaledCap, scaling.yScale);
  return { scaling, y: scaled(y), cap: scaledCap };
}

/** @throws RangeError naming the first cap that y is nothing beside. */
function checkReach(cap: Float64Array, scaledCap: Float64Array, yScale: number): void {
  const row = scaledCap.findIndex((value) => !(value <= MAX_SCALED_CAP));
  if (row !== -1) {
    const expected = `at most ${MAX_SCALED_CAP} times the scale of y, ${yScale}; growth that never slows is linear`;
    throw invalid('cap', cap[row], expected);
  }
}

/** @throws RangeError where there is none, or it is no number or column. */
export function capColumn(cap: ExtraColumns['cap'], rows: RowChoice): Float64Array {
  if (cap === undefined) {
    throw invalid('cap', cap, 'with logistic growth, a number or a column: the value that y saturates at');
  }
  return boundColumn('cap', cap, rows);
}

/** @throws RangeError naming the first cap that does not exceed its floor. */
export function checkAboveFloor(cap: Float64Array, floor: Float64Array): void {
  const row = cap.findIndex((value, i) => !(value > floor[i]));
  if (row !== -1) {
    throw invalid('cap', cap[row], `more than the floor, ${floor[row]}`);
  }
}

function scaleAboveFloor(y: Float64Array, cap: Float64Array, floor: Float64Array, { scaling }: ResolvedOptions) {
  if (scaling === 'minmax') {
    const yMin = smallest(floor);
    return { yMin, yScale: -smallest(cap.map((value) => -value)) - yMin };
  }
  const sizes = y.map((value, row) => Math.abs(value - floor[row]));
  return { yMin: smallest(sizes), yScale: -smallest(sizes.map((size) => -size)) || 1 };
}

function smallest(values: Float64Array): number {
  return values.reduce((least, value) => (value < least ? value : least), Infinity);
}
