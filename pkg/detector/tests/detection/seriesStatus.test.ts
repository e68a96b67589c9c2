import { seriesStatus, type SeriesStatus } from '../../src/detection/seriesStatus.js';

const minute = 60_000;

/** A character a minute from time zero on: `-` a normal sample, `!` one of an anomaly, `.` none. */
function watched(notation: string) {
  const marks = Array.from(notation);
  const runs = [...notation.matchAll(/!+/g)];
  return {
    time: Float64Array.from(marks, (_, row) => row * minute),
    y: Float64Array.from(marks, (mark) => (mark === '.' ? NaN : 1)),
    anomalies: runs.map(({ index, 0: run }) => {
      const end = index + run.length - 1;
      return { start: index * minute, end: end * minute, isOpen: !notation.slice(end + 1).includes('-') };
    }),
  };
}

describe('seriesStatus(columns, moment)', () => {
  it.each<[notation: string, status: SeriesStatus]>([
    ['-----', { kind: 'normal' }],
    ['-!!--', { kind: 'normal' }],
    ['--!!!', { kind: 'anomalous', since: 2 * minute }],
    ['-!-!!', { kind: 'anomalous', since: 3 * minute }],
    ['--!!.', { kind: 'anomalous', since: 2 * minute }],
    ['----.', { kind: 'normal' }],
    ['---..', { kind: 'noData', since: 2 * minute }],
    ['-!!..', { kind: 'noData', since: 2 * minute }],
    ['.....', { kind: 'noData', since: undefined }],
  ])('is for %s, answered so far, %j', (notation, status) => {
    const moment = { now: 4.5 * minute, answeredUntil: 4 * minute, stepMs: minute };
    expect(seriesStatus(watched(notation), moment)).toEqual(status);
  });

  it('is stale where the source has not answered for more than three steps, whatever came before', () => {
    const moment = { answeredUntil: 4 * minute, stepMs: minute };
    expect(seriesStatus(watched('--!!!'), { ...moment, now: 7 * minute })).toMatchObject({ kind: 'anomalous' });
    expect(seriesStatus(watched('--!!!'), { ...moment, now: 7 * minute + 1 })).toEqual({
      kind: 'stale',
      since: 4 * minute,
    });
  });

  it('is not stale within a minute, however short the step, unless it is told so', () => {
    const moment = { now: 50_000, answeredUntil: 0, stepMs: 1000 };
    expect(seriesStatus(watched('-'), moment)).toEqual({ kind: 'normal' });
    expect(seriesStatus(watched('-'), { ...moment, staleAfterMs: 10_000 })).toEqual({ kind: 'stale', since: 0 });
  });

  it('is learning until the series is old enough to be scored, unless it is beyond a limit', () => {
    const moment = { now: 4 * minute, answeredUntil: 4 * minute, stepMs: minute };
    const young = { ...watched('-----'), learningUntil: 60 * minute };
    expect(seriesStatus(young, moment)).toEqual({ kind: 'learning', until: 60 * minute });
    expect(seriesStatus({ ...young, learningUntil: 4 * minute }, moment)).toEqual({ kind: 'normal' });
    expect(seriesStatus({ ...watched('---!!'), learningUntil: 60 * minute }, moment)).toMatchObject({
      kind: 'anomalous',
    });
  });

  it('is not scored where the newest sample has no score', () => {
    const moment = { now: 4 * minute, answeredUntil: 4 * minute, stepMs: minute };
    const score = Float64Array.of(0, 0, 0, 0, NaN);
    expect(seriesStatus({ ...watched('-----'), score }, moment)).toEqual({ kind: 'notScored', since: 4 * minute });
    expect(seriesStatus({ ...watched('----.'), score }, moment)).toEqual({ kind: 'normal' });
  });

  it('takes an anomaly that reaches the newest sample for one that lasts, also where nobody says that it is open', () => {
    const { time, y, anomalies } = watched('--!!!');
    const drawn = anomalies.map((anomaly) => ({ ...anomaly, isOpen: false }));
    const moment = { now: 4 * minute, answeredUntil: 4 * minute, stepMs: minute };
    expect(seriesStatus({ time, y, anomalies: drawn }, moment)).toMatchObject({ kind: 'anomalous' });
  });
});
