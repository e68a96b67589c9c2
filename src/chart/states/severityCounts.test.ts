import type { ScoredSeries } from '../model/chartSeries';

import { noAnomaliesText } from './severityCounts';

const scored = { incidents: [], suppressed: [] } as Partial<ScoredSeries> as ScoredSeries;

describe('noAnomaliesText(scoredSeries)', () => {
  it('speaks of the series that were scored, and of no other', () => {
    expect(noAnomaliesText([scored, scored])).toBe('No anomalies');
    expect(noAnomaliesText([scored, undefined, undefined])).toBe('No anomalies in the 1 of 3 series that are scored');
  });
});
