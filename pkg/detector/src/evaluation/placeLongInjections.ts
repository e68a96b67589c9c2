import type { TimeSpan } from '../series/timeSpan.js';
import { uniformAt } from '../simulation/randomAt.js';
import type { InjectionOptions } from './injectionOptions.js';
import { isClear, type PlacedInjection } from './placeInjections.js';
import type { PlantedKind, RecurringEffect } from './plantedKind.js';
import { randomStreams as streams } from './randomStreams.js';

const HOUR = 3_600_000;

/** A batch stops for so long, milliseconds. */
const STOP_MS = 4 * HOUR;

/**
 * A slow drift takes so long, or this share of the rows where they are fewer, at least the last, milliseconds. The longer an
 * event, the more likely is it found by chance.
 */
const DRIFT_MS = 24 * HOUR;
const DRIFT_SHARE = 0.125;
const MIN_DRIFT_MS = 12 * HOUR;

/** Of every so many runs of a job one is skipped, and one doubled; at least one, at most so many. */
const RUNS_FOR_ONE = 8;
const MOST_RUNS = 3;

/** Draws of the sides of what is drawn everywhere are below. */
const FIRST_DRAW = 1_000_000;

/** Places are drawn so often before a kind is given up. */
const N_TRIES = 20;

interface Rows {
  readonly from: number;
  readonly to: number;
}

type Place = (first: number, length: number, kind: PlantedKind, keepClear?: readonly TimeSpan[]) => boolean;

/**
 * Places the kinds whose length or time the series decides: slow drifts, and those of jobs. They come on top of the ratio,
 * each kind once, of jobs up to three times. What finds no place is left out.
 * @param time epoch milliseconds of the series.
 */
export function placeLongInjections(
  time: Float64Array,
  rows: Rows,
  stepMs: number,
  options: InjectionOptions,
): readonly PlacedInjection[] {
  const placed: PlacedInjection[] = [];
  const place: Place = (first, length, kind, keepClear = options.keepClear) => {
    const injection = { kind, first, end: first + length, draw: FIRST_DRAW + placed.length };
    const spans = placed.map((one) => ({ start: time[one.first], end: time[one.end - 1] }));
    const fits = injection.end <= rows.to && isClear(injection, time, [...keepClear, ...spans]);
    if (fits) {
      placed.push(injection);
    }
    return fits;
  };
  const wants = (kind: PlantedKind) => options.kinds.includes(kind);
  if (wants('slowDrift')) {
    placeDrift(rows, stepMs, options, place);
  }
  if (wants('stoppedBatch') && options.batch !== null) {
    placeAnywhere(rows, Math.ceil(STOP_MS / stepMs), options, (first, length) => place(first, length, 'stoppedBatch'));
  }
  placeRuns(time, rows, options, place);
  return placed.sort((left, right) => left.first - right.first);
}

function placeDrift(rows: Rows, stepMs: number, options: InjectionOptions, place: Place): void {
  const length = Math.floor(Math.min(DRIFT_MS / stepMs, DRIFT_SHARE * (rows.to - rows.from)));
  if (length * stepMs >= MIN_DRIFT_MS) {
    placeAnywhere(rows, length, options, (first) => place(first, length, 'slowDrift'));
  }
}

function placeAnywhere(
  { from, to }: Rows,
  length: number,
  { seed }: InjectionOptions,
  place: (first: number, length: number) => boolean,
): void {
  for (let draw = 0; draw < N_TRIES && to - from > length; draw++) {
    const first = from + Math.floor(uniformAt(seed, streams.long, length, draw) * (to - from - length));
    if (place(first, length)) {
      return;
    }
  }
}

// Where every other run is an incident to the detector, that is its habit and no news; else it tells of a run that was odd.
function clearOfRuns(
  time: Float64Array,
  runs: RecurringEffect['runs'],
  keepClear: readonly TimeSpan[],
): readonly TimeSpan[] {
  const isMet = ({ first, end }: RecurringEffect['runs'][number]) =>
    keepClear.some((span) => span.start <= time[end - 1] && span.end >= time[first]);
  return 2 * runs.filter(isMet).length >= runs.length ? [] : keepClear;
}

function placeRuns(
  time: Float64Array,
  { from, to }: Rows,
  { jobs, kinds, seed, keepClear }: InjectionOptions,
  place: Place,
): void {
  const wanted = (['skippedJob', 'doubledJob'] as const).filter((kind) => kinds.includes(kind));
  const runs = (jobs?.runs ?? []).filter(({ first, end }) => first >= from && end <= to);
  const nEach = Math.max(1, Math.min(MOST_RUNS, Math.floor(runs.length / RUNS_FOR_ONE)));
  const drawn = runs
    .map((run, index) => ({ run, rank: uniformAt(seed, streams.run, index) }))
    .sort((left, right) => left.rank - right.rank);
  const clear = clearOfRuns(time, runs, keepClear);
  let nPlaced = 0;
  for (const { run } of drawn) {
    const kind = wanted[nPlaced % Math.max(1, wanted.length)];
    if (nPlaced < nEach * wanted.length && place(run.first, run.end - run.first, kind, clear)) {
      nPlaced++;
    }
  }
}
