import { placeEvents, scoreEvents } from 'foreband-detector';

import { outcomeAt, outcomeCounts, outcomesOf } from './outcomes';

const MINUTE = 60_000;
const time = Float64Array.from({ length: 60 }, (_, row) => row * 10 * MINUTE);
const flaggedRows = [11, 40];
const anomalous = Uint8Array.from(time, (_, row) => (flaggedRows.includes(row) ? 1 : 0));
const score = Float64Array.from(time, (_, row) => (flaggedRows.includes(row) ? 2 : 0.2));
const anomalies = flaggedRows.map((row) => ({ start: time[row], end: time[row], confirmedAt: time[row] }));
const event = (kind: string, first: number, last: number) => ({
  kind,
  start: time[first],
  end: time[last],
  magnitude: NaN,
});
const events = [event('spike', 10, 12), event('drift', 20, 25)];
const scores = scoreEvents({ anomalous, score, anomalies }, placeEvents(time, score, events));

describe('outcomesOf', () => {
  it('tells of every event and every false alarm what became of it', () => {
    expect(outcomesOf(scores).map(({ kind, text }) => [kind, text])).toEqual([
      ['found', 'spike, found after 10 min, score 2 (high)'],
      ['missed', 'drift, missed'],
      ['wrong', 'false alarm, score 2 (high)'],
    ]);
  });
});

describe('outcomesOf with stretches of which nobody knows', () => {
  it('asks whether what was found there is real, and counts it apart', () => {
    const unknown = [{ start: time[39], end: time[41] }];
    const asked = scoreEvents({ anomalous, score, anomalies }, placeEvents(time, score, events, unknown));
    expect(outcomesOf(asked).at(-1)).toMatchObject({
      kind: 'unknown',
      text: 'found, not planted: yours? Score 2 (high)',
    });
    expect(outcomeCounts(asked)).toBe('1 found, 1 missed, 0 false, 1 not planted: yours?');
  });
});

describe('outcomeAt', () => {
  const outcomes = outcomesOf(scores);

  it('is the one around a moment, or the nearest within reach', () => {
    expect(outcomeAt(outcomes, time[22], 0)?.kind).toBe('missed');
    expect(outcomeAt(outcomes, time[27], 30 * MINUTE)?.kind).toBe('missed');
    expect(outcomeAt(outcomes, time[32], 30 * MINUTE)).toBeUndefined();
  });
});
