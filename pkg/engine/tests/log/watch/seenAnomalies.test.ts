import { seeAgain, type SeenAnomaly } from '../../../src/log/watch/seenAnomalies.js';

const STEP = 300_000;

function seen(first: number, last: number, isOpen = false): SeenAnomaly {
  return {
    start: first * STEP,
    end: last * STEP,
    confirmedAt: first * STEP,
    isOpen,
    direction: 'above',
    peakTime: first * STEP,
    peakValue: 1,
    expected: 0,
    peakScore: 2,
    severity: 'high',
    nPoints: last - first + 1,
    bandLower: 0,
    bandUpper: 0.5,
  };
}

const since = { watching: 10 * STEP, scoredUntil: 19 * STEP, inSightFrom: 0 };

describe('seeAgain', () => {
  it.each([
    ['one that began after the last look', seen(20, 21), true],
    ['one that began before watching did', seen(9, 21), false],
    ['one among samples that had been scored before, which only other settings can find', seen(12, 13), false],
    ['one that began earlier and is known only now, as with N of M', { ...seen(18, 20), confirmedAt: 20 * STEP }, true],
  ])('takes for news or not: %s', (_what, anomaly, isNews) => {
    expect(seeAgain([], [anomaly], since).changed).toEqual(isNews ? [anomaly] : []);
  });

  it('leaves alone what may have begun before the first reading in sight', () => {
    expect(seeAgain([], [seen(20, 21)], { ...since, inSightFrom: 20 * STEP }).changed).toEqual([]);
  });

  it('tells once that a known one is longer, and once that it is over, and keeps its start', () => {
    const open = seen(20, 20, true);
    const longer = { ...seen(20, 23, true) };
    const over = { ...seen(21, 23), peakScore: 3 };
    expect(seeAgain([open], [longer], since).changed).toEqual([longer]);
    expect(seeAgain([longer], [longer], since).changed).toEqual([]);
    expect(seeAgain([longer], [over], since).changed).toEqual([{ ...over, start: 20 * STEP }]);
    expect(seeAgain([over], [over], since).changed).toEqual([]);
  });

  it('remembers a known one that is out of sight', () => {
    const known = seen(11, 12);
    expect(seeAgain([known], [seen(20, 20)], since).seen).toEqual([known, seen(20, 20)]);
  });
});
