import { readCsv } from 'foreband-detector';
import { defaultSettings, loadEngine, replay } from 'foreband-engine';

import { csvSamples } from './csvSamples';
import { exampleCsv } from './exampleCsv';

const HALF_AN_HOUR_MS = 30 * 60_000;

function sample() {
  const read = readCsv(exampleCsv());
  if (read.kind === 'question') {
    throw new Error(read.text);
  }
  return csvSamples(read, { fileName: 'sample', series: null, stepMs: undefined, usualStepMs: 300_000 });
}

describe('exampleCsv()', () => {
  it('leaves nothing to ask, and labels what happened but not the backup of every night', () => {
    const { series, stepMs, unit, truth, notices } = sample();
    expect([series.y.length, stepMs, unit, notices]).toEqual([6048, 600_000, 'percentunit', []]);
    expect(truth?.events.map(({ kind }) => kind)).toEqual(['outage', 'deploy', 'spike', 'missing backup', 'dip']);
  });

  it('is replayed by default with one incident for each label, within half an hour, and no other', async () => {
    const { series, stepMs, truth } = sample();
    const span = { start: series.time[0], end: series.time[series.time.length - 1] };
    const { detection } = replay(await loadEngine(), { series, settings: { ...defaultSettings, stepMs }, span });
    const events = truth?.events ?? [];
    expect(detection.incidents).toHaveLength(events.length);
    detection.incidents.forEach(({ start }, i) => {
      expect(start).toBeGreaterThanOrEqual(events[i].start);
      expect(start).toBeLessThan(events[i].start + HALF_AN_HOUR_MS);
    });
  });
});
