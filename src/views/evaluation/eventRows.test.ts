import { placeEvents, scoreEvents, type Evaluation } from 'foreband-detector';

import { eventRows } from './eventRows';

const MINUTE = 60_000;
const time = Float64Array.from({ length: 60 }, (_, row) => row * 10 * MINUTE);
const flaggedRows = [11, 40];
const anomalous = Uint8Array.from(time, (_, row) => (flaggedRows.includes(row) ? 1 : 0));
const score = Float64Array.from(time, (_, row) => (flaggedRows.includes(row) ? 2 : 0.2));
const anomalies = flaggedRows.map((row) => ({ start: time[row], end: time[row], confirmedAt: time[row] }));
const spike = { kind: 'levelShift', start: time[10], end: time[12], magnitude: NaN };
const incident = { start: time[39], end: time[41], peakMultiplier: 4, isReal: undefined };

function rows(isReal: boolean | undefined) {
  const unknown = isReal === undefined ? [incident] : [];
  const real = isReal === true ? [{ ...incident, kind: 'real', magnitude: NaN }] : [];
  const events = scoreEvents({ anomalous, score, anomalies }, placeEvents(time, score, [spike, ...real], unknown));
  const evaluation: Pick<Evaluation, 'events'> = { events };
  return eventRows(evaluation, [{ ...incident, isReal }]).map(({ kind, outcome, incident: asked }) => [
    kind,
    outcome,
    asked?.isReal,
  ]);
}

describe('eventRows', () => {
  it('asks about what was found and not planted', () => {
    expect(rows(undefined)).toEqual([
      ['level shift', 'found', undefined],
      ['', 'found, not planted: yours?', undefined],
    ]);
  });

  it('lets an answer be changed, whichever it was', () => {
    expect(rows(true)[1]).toEqual(['real', 'found', true]);
    expect(rows(false)[1]).toEqual(['', 'false alarm', false]);
  });
});
