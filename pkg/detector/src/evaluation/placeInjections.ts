import type { TimeSpan } from '../series/timeSpan.js';
import { uniformAt } from '../simulation/randomAt.js';
import type { InjectionOptions } from './injectionOptions.js';
import { isJobKind, type PlantedKind } from './plantedKind.js';
import { randomStreams as streams } from './randomStreams.js';

/** A planted anomaly as rows: `first <= row < end`. */
export interface PlacedInjection {
  /** The planted kind. */
  readonly kind: PlantedKind;
  /** Its first row. */
  readonly first: number;
  /** The row after its last. */
  readonly end: number;
  /** Tells its random side from that of others, whatever else is planted. */
  readonly draw: number;
}

// Alarms are joined over an hour; further apart, two anomalies are told apart.
const MIN_DISTANCE_MS = 2 * 3_600_000;

// Fewer points are a spike, not a shift, a drift or a change of the noise.
const MIN_LONG_ROWS = 6;

/**
 * Chooses kinds, lengths and places of the anomalies for rows `from <= row < to`: as many as displace the ratio of the
 * rows best, at random places at least two hours apart, fewer where there is no room.
 */
export function placeInjections(
  { from, to }: { readonly from: number; readonly to: number },
  stepMs: number,
  options: InjectionOptions,
): readonly PlacedInjection[] {
  const distance = Math.max(1, Math.ceil(MIN_DISTANCE_MS / stepMs));
  const planned = planLengths(options.ratio * (to - from), stepMs, options);
  let free = to - from - planned.reduce((rows, { length }) => rows + length + distance, distance);
  while (free < 0 && planned.length > 0) {
    free += (planned.pop()?.length ?? 0) + distance;
  }
  const { seed } = options;
  const shuffled = planned
    .map((plan, i) => ({ ...plan, rank: uniformAt(seed, streams.order, i) }))
    .sort((a, b) => a.rank - b.rank);
  const offsets = shuffled.map((_, i) => Math.floor(uniformAt(seed, streams.place, i) * (free + 1)));
  offsets.sort((a, b) => a - b);
  let used = distance;
  return shuffled.map(({ kind, length }, i) => {
    const first = from + offsets[i] + used;
    used += length + distance;
    return { kind, first, end: first + length, draw: i };
  });
}

/** Whether a planted anomaly lies far enough from these stretches to be told from what happens in them. */
export function isClear(
  { first, end }: Pick<PlacedInjection, 'first' | 'end'>,
  time: Float64Array,
  spans: readonly TimeSpan[],
): boolean {
  return spans.every(
    (span) => time[end - 1] < span.start - MIN_DISTANCE_MS || time[first] > span.end + MIN_DISTANCE_MS,
  );
}

interface Plan {
  readonly kind: PlantedKind;
  readonly length: number;
}

// The kind with the fewest points so far comes next, until none fits by at least half into what remains.
function planLengths(nRows: number, stepMs: number, options: InjectionOptions): Plan[] {
  const open = options.kinds
    .filter((kind) => kind !== 'slowDrift' && !isJobKind(kind))
    .map((kind) => ({ kind, nUsed: 0 }));
  const planned: Plan[] = [];
  let remaining = nRows;
  for (let draw = 0; open.length > 0; draw++) {
    const next = open.reduce((least, one) => (one.nUsed < least.nUsed ? one : least));
    const length = lengthOf(next.kind, uniformAt(options.seed, streams.length, draw), stepMs, options);
    if (length > 2 * remaining) {
      open.splice(open.indexOf(next), 1);
      continue;
    }
    planned.push({ kind: next.kind, length });
    next.nUsed += length;
    remaining -= length;
  }
  return planned;
}

function lengthOf(kind: PlantedKind, uniform: number, stepMs: number, options: InjectionOptions): number {
  if (kind === 'spike' || kind === 'dip') {
    return options.nShortPoints;
  }
  const durationMs = options.minLongMs + uniform * (options.maxLongMs - options.minLongMs);
  return Math.max(MIN_LONG_ROWS, Math.ceil(durationMs / stepMs));
}
