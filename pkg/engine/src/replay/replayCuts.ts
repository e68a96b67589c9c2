import type { Series, TimeSpan } from 'foreband-detector';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A young series is fitted anew every so often, */
const EARLY_MS = 6 * HOUR_MS;
/** while it is younger than this. */
const YOUNG_MS = 3 * DAY_MS;

/** The stretches between two fits, epoch ms: each from its first moment to before the first of the next. */
export function replayCuts(
  { time, y }: Pick<Series, 'time' | 'y'>,
  { start, end }: TimeSpan,
): ReadonlyArray<readonly [number, number]> {
  const first = time[y.findIndex(Number.isFinite)];
  if (first === undefined || end < start) {
    return [];
  }
  const cuts: number[] = [];
  let cut = Math.floor(start / EARLY_MS) * EARLY_MS;
  for (; cut <= end; cut += EARLY_MS) {
    const isYoung = cut - first < YOUNG_MS;
    if (cuts.length === 0 || isYoung || cut % DAY_MS === 0) {
      cuts.push(cut);
    }
  }
  // The model of a day that has begun is that of its midnight.
  const [opening] = cuts;
  cuts[0] = opening - first < YOUNG_MS ? opening : Math.floor(opening / DAY_MS) * DAY_MS;
  return cuts.map((from, place) => [from, cuts[place + 1] ?? end + 1]);
}
