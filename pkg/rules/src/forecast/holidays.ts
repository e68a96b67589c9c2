import type { Model } from 'prophet-wasm';

import { during, rounded, type ScalarTerm } from './scalarSum.js';
import type { Validity } from './validity.js';
import { momentOf, type ZoneShift } from './zoneShift.js';

const DAY_MS = 86_400_000;

/** Holidays and events while rules are valid, in scaled units times `scale`: each day of a window, each interval. */
export function holidayTerms(
  model: Model,
  shift: ZoneShift,
  { start, end }: Validity,
  scale: number,
): readonly ScalarTerm[] {
  const { options, holidays, seasonalities, params } = model;
  const first = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  return holidays.flatMap(({ name, offset }, i) => {
    const factor = rounded(scale * params.beta[first + i]);
    const spans = options.holidays
      .filter((holiday) => holiday.name === name)
      .flatMap((holiday): ReadonlyArray<readonly [number, number]> => {
        if ('day' in holiday) {
          const { day, lowerWindow, upperWindow } = holiday;
          if (offset === null || offset < lowerWindow || offset > upperWindow) {
            return [];
          }
          const midnight = Date.parse(`${day}T00:00:00Z`) + offset * DAY_MS;
          return [[momentOf(shift, midnight), momentOf(shift, midnight + DAY_MS)]];
        }
        return offset === null ? [[holiday.start, holiday.end]] : [];
      });
    return merged(spans)
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => during(factor, from, to));
  });
}

/** A day that is named twice is one holiday. */
function merged(spans: ReadonlyArray<readonly [number, number]>): ReadonlyArray<readonly [number, number]> {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      joined.push([start, end]);
    }
  }
  return joined;
}
