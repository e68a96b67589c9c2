import { copyFinite } from '../order/finiteValues.js';
import { medianOf, sortFew } from '../order/quantile.js';
import { DAY_MS, MINUTE_MS, type Grid } from './grid.js';

/** Days from which there is a daily shape, and from which there is a weekly one. */
const DAILY_FROM = 3;
const WEEKLY_FROM = 14;
/** The level is looked for in stretches of about this length. */
const STRETCH_MS = 30 * MINUTE_MS;
/** Days on either side whose medians make the level that the weekly shape is about. */
const DAYS_ABOUT = 3;

/** A series without what is usual at its time of day and week. */
export interface Shapeless {
  /** Rows of a stretch, a divisor of those of a day. */
  readonly perStretch: number;
  /** Medians of stretches of rows, less the shapes; NaN where no row has a value. */
  readonly levels: Float64Array;
  /** Rows, less the shapes. */
  readonly rows: Float64Array;
}

/**
 * Takes off the shapes of a day (from 3 days on) and of a week (from 14): medians over the days of medians of half hours, so
 * that a stretch of wild days does not bend them. No trend is taken off.
 */
export function robustStart(grid: Grid): Shapeless {
  const { y, perDay, civil } = grid;
  const perStretch = stretchOf(perDay, grid.stepMs);
  const n = Math.ceil(y.length / perStretch);
  const scratch = new Float64Array(Math.max(n, perStretch));
  const medians = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const count = copyFinite(y, j * perStretch, (j + 1) * perStretch, scratch);
    medians[j] = medianOf(scratch, count);
  }
  const nOfDay = perDay / perStretch;
  const places = stretchPlaces(civil, perStretch, n, nOfDay);
  const levels = medians.slice();
  const nDays = places.day[n - 1] + 1;
  if (nDays >= DAILY_FROM) {
    const ofDay = dayMedians(medians, places.day, nDays, nOfDay / 2, scratch);
    takeOffShape(levels, (j) => ofDay[places.day[j]], places.ofDay, nOfDay, medianOf);
    if (nDays >= WEEKLY_FROM) {
      const about = mediansAbout(ofDay, scratch);
      takeOffShape(levels, (j) => about[places.day[j]], places.ofWeek, 7 * nOfDay, cautiousMedian);
    }
  }
  const rows = y.slice();
  for (let j = 0; j < n; j++) {
    const shape = medians[j] - levels[j];
    for (let i = j * perStretch; i < Math.min((j + 1) * perStretch, rows.length); i++) {
      rows[i] -= shape;
    }
  }
  return { perStretch, levels, rows };
}

/** Rows of a stretch: the divisor of a day's that is nearest to half an hour, the larger of two as near. */
function stretchOf(perDay: number, stepMs: number): number {
  const away = (rows: number) => Math.abs(rows * stepMs - STRETCH_MS);
  let best = 1;
  for (let rows = 2; rows <= perDay && rows * stepMs <= 2 * STRETCH_MS; rows++) {
    best = perDay % rows === 0 && away(rows) <= away(best) ? rows : best;
  }
  return best;
}

/** Where stretches stand: days since the first, the place within a day, and within a week. */
interface Places {
  readonly day: Int32Array;
  readonly ofDay: Int32Array;
  readonly ofWeek: Int32Array;
}

function stretchPlaces(civil: Float64Array, perStretch: number, n: number, nOfDay: number): Places {
  const day = new Int32Array(n);
  const ofDay = new Int32Array(n);
  const ofWeek = new Int32Array(n);
  const first = Math.floor(civil[0] / DAY_MS);
  const stretchMs = DAY_MS / nOfDay;
  for (let j = 0; j < n; j++) {
    const at = civil[j * perStretch];
    const whole = Math.floor(at / DAY_MS);
    day[j] = whole - first;
    ofDay[j] = Math.floor((at - whole * DAY_MS) / stretchMs);
    ofWeek[j] = (((whole % 7) + 7) % 7) * nOfDay + ofDay[j];
  }
  return { day, ofDay, ofWeek };
}

/** The median of each day of which at least so many stretches are known, else NaN. */
function dayMedians(values: Float64Array, day: Int32Array, nDays: number, least: number, scratch: Float64Array) {
  const medians = new Float64Array(nDays).fill(NaN);
  for (let from = 0; from < values.length;) {
    let to = from + 1;
    while (to < values.length && day[to] === day[from]) {
      to++;
    }
    const count = copyFinite(values, from, to, scratch);
    if (count >= least) {
      medians[day[from]] = medianOf(scratch, count);
    }
    from = to;
  }
  return medians;
}

/** For each day the median of the seven about it; at the ends that of the nearest day which has them. */
function mediansAbout(ofDay: Float64Array, scratch: Float64Array): Float64Array {
  return ofDay.map((_, d) => {
    const center = Math.min(Math.max(d, DAYS_ABOUT), ofDay.length - 1 - DAYS_ABOUT);
    return medianOf(scratch, copyFinite(ofDay, center - DAYS_ABOUT, center + DAYS_ABOUT + 1, scratch));
  });
}

/** Of an even number of values the middle one nearer to zero: of two weeks one may be wild. 0 of none. */
function cautiousMedian(values: Float64Array, count: number): number {
  sortFew(values, count);
  const upper = values[count >> 1];
  const lower = values[(count - 1) >> 1];
  return Math.abs(upper) < Math.abs(lower) ? upper : lower;
}

/** Takes off, by place, the middle of what the values at that place are above their levels. */
function takeOffShape(
  values: Float64Array,
  levelOf: (j: number) => number,
  place: Int32Array,
  nPlaces: number,
  middle: (values: Float64Array, count: number) => number,
): void {
  const most = Math.ceil(values.length / nPlaces) + 2;
  const seen = new Float64Array(nPlaces * most);
  const counts = new Int32Array(nPlaces);
  for (let j = 0; j < values.length; j++) {
    const above = values[j] - levelOf(j);
    if (!Number.isNaN(above) && counts[place[j]] < most) {
      seen[place[j] * most + counts[place[j]]++] = above;
    }
  }
  const shape = Float64Array.from(counts, (count, p) =>
    count === 0 ? 0 : middle(seen.subarray(p * most, p * most + count), count),
  );
  for (let j = 0; j < values.length; j++) {
    values[j] -= shape[place[j]];
  }
}
