import type { Handling } from '../../log/annotations/handling';
import type { ScoredSeries } from '../model/chartSeries';

import { handledCounts, noAnomaliesText, severityCounts } from './severityCounts';

const NOW = 1_000_000;

function scored(...handlings: readonly (Handling | undefined)[]): ScoredSeries {
  const incidents = handlings.map((handling) => ({ severity: 'high', handling }));
  return { incidents } as unknown as ScoredSeries;
}

const handlings = [undefined, { acknowledgedBy: 'anna' }, { isReal: false }, { snoozedUntil: NOW + 1 }] as const;

describe('severityCounts(scoredSeries, now)', () => {
  it('leaves out false alarms, and what is snoozed until its time', () => {
    expect(severityCounts([scored(...handlings)], NOW)).toEqual([{ severity: 'high', count: 2 }]);
    expect(severityCounts([scored(...handlings)], NOW + 1)).toEqual([{ severity: 'high', count: 3 }]);
    expect(severityCounts([scored({ isReal: false }), undefined], NOW)).toEqual([]);
  });
});

describe('handledCounts(scoredSeries, now)', () => {
  it('counts what people have done, over all series', () => {
    expect(handledCounts([scored(...handlings), scored({ isReal: false })], NOW)).toEqual([
      { kind: 'acknowledged', count: 1 },
      { kind: 'snoozed', count: 1 },
      { kind: 'falseAlarm', count: 2 },
    ]);
  });
});

describe('noAnomaliesText(scoredSeries)', () => {
  it('speaks of the series that were scored, and of no other', () => {
    expect(noAnomaliesText([scored(), scored()])).toBe('No anomalies');
    expect(noAnomaliesText([scored(), undefined, undefined])).toBe('No anomalies in the 1 of 3 series that are scored');
  });
});
