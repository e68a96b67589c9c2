import { dateTime, FieldType, toDataFrame, type TimeRange } from '@grafana/data';

import '../../grafana/testing/browser';
import { withAnsweredUntil } from '../../grafana/answeredUntil';

import type { ModelSeries } from '../model/panelModel';

import { reachesNow, watchedSeries } from './watchedSeries';

const MINUTE_MS = 60_000;
const NOW = 10 * MINUTE_MS;

function rangeTo(to: number, raw: string | number): TimeRange {
  const end = dateTime(to);
  return { from: dateTime(0), to: end, raw: { from: 'now-10m', to: typeof raw === 'string' ? raw : end } };
}

/** A sample a minute up to a moment; `answeredUntil` as Foreband's data source says it. */
function seriesTo(name: string, last: number, answeredUntil?: number): ModelSeries {
  const time = Float64Array.from({ length: last / MINUTE_MS + 1 }, (_, row) => row * MINUTE_MS);
  const bare = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: Array.from(time) },
      { name: 'value', type: FieldType.number, values: Array.from(time, () => 1) },
    ],
  });
  const frame = answeredUntil === undefined ? bare : withAnsweredUntil(bare, answeredUntil);
  const [timeField, field] = frame.fields;
  const line = { time, y: time.map(() => 1) };
  return { chart: { key: name, name, refId: 'A', frame, timeField, field, line, isHidden: false }, color: 'red' };
}

const kinds = (series: readonly ModelSeries[], range = rangeTo(NOW, 'now'), now = NOW) =>
  watchedSeries(series, range, now).map(({ name, status }) => `${name} ${status.kind}`);

describe('watchedSeries(series, range, now)', () => {
  it('lists what needs attention first, and never takes a series without scores for normal', () => {
    const all = [seriesTo('a', NOW, NOW), seriesTo('b', NOW - 5 * MINUTE_MS, NOW), seriesTo('c', NOW, NOW)];
    expect(kinds(all)).toEqual(['b noData', 'a notScored', 'c notScored']);
  });

  it('tells a source that does not answer from a series without samples', () => {
    const away = seriesTo('a', NOW - 5 * MINUTE_MS, NOW - 5 * MINUTE_MS);
    expect(kinds([away])).toEqual(['a stale']);
    expect(watchedSeries([away], rangeTo(NOW, 'now'), NOW)[0].status).toEqual({ kind: 'stale', since: 5 * MINUTE_MS });
  });

  it('takes a source that does not say how far it answered to have answered what it was asked for', () => {
    expect(kinds([seriesTo('a', NOW - 5 * MINUTE_MS)])).toEqual(['a noData']);
    expect(kinds([seriesTo('a', NOW)], rangeTo(NOW, 'now'), NOW + 5 * MINUTE_MS)).toEqual(['a stale']);
  });

  it('watches nothing in a range that has ended', () => {
    expect(kinds([seriesTo('a', NOW, NOW)], rangeTo(NOW, NOW))).toEqual([]);
    expect(kinds([seriesTo('a', NOW, NOW)], rangeTo(NOW - 3_600_000, 'now-1h'))).toEqual([]);
  });
});

describe('reachesNow(range, now)', () => {
  it.each([
    ['now', NOW, true],
    ['now+1d', NOW + 86_400_000, true],
    ['now/d', NOW + 3_600_000, true],
    ['now-1h', NOW - 3_600_000, false],
  ])('is for a range to %s, at %d, %s', (raw, to, expected) => {
    expect(reachesNow(rangeTo(to, raw), NOW)).toBe(expected);
  });
});
