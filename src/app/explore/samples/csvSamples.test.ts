import { readCsv } from 'foreband-detector';

import { csvSamples } from './csvSamples';

const view = { fileName: 'web.csv', series: null, stepMs: undefined, usualStepMs: 300_000 };

function contentOf(...lines: readonly string[]) {
  const read = readCsv(lines.join('\n'));
  if (read.kind === 'question') {
    throw new Error(read.text);
  }
  return read;
}

const twoHosts = contentOf(
  'Time,web-1,web-2,label',
  '2026-01-05T10:00Z,26 %,522 ms,',
  '2026-01-05T10:05Z,24 %,1.02 s,spike',
  '2026-01-05T10:15Z,23 %,2 s,',
);

describe('csvSamples(content, view)', () => {
  it('puts the first series on its own step, with all names, and what is known of it', () => {
    const { series, stepMs, names, truth, unit, notices } = csvSamples(twoHosts, view);
    expect([series.name, stepMs, names, unit, notices]).toEqual(['web-1', 300_000, ['web-1', 'web-2'], 'percent', []]);
    expect([...series.y]).toEqual([26, 24, NaN, 23]);
    expect(truth?.events).toMatchObject([{ kind: 'spike', start: series.time[1], end: series.time[1] }]);
  });

  it('gives the series that is asked for, with its unit; the first where there is none of the name', () => {
    expect(csvSamples(twoHosts, { ...view, series: 'web-2' })).toMatchObject({ series: { name: 'web-2' }, unit: 's' });
    expect(csvSamples(twoHosts, { ...view, series: 'web-9' }).series.name).toBe('web-1');
  });

  it('keeps the samples as the file has them where several share a step, to be counted one by one', () => {
    const irregular = contentOf(
      'time,web',
      '2026-01-05T10:00:00Z,1',
      '2026-01-05T10:01:00Z,3',
      '2026-01-05T10:05:00Z,5',
      '2026-01-05T10:10:00Z,7',
    );
    const { series, asRead } = csvSamples(irregular, { ...view, stepMs: 300_000 });
    expect([...series.y]).toEqual([2, 5, 7]);
    expect([...(asRead?.y ?? [])]).toEqual([1, 3, 5, 7]);
    expect(asRead?.name).toBe(series.name);
    expect(csvSamples(twoHosts, view).asRead).toBeUndefined();
  });

  it('calls a series without a name by the file', () => {
    expect(csvSamples(contentOf('2026-01-05T10:00Z,1'), view)).toMatchObject({
      series: { name: 'web.csv' },
      names: ['web.csv'],
    });
  });

  it.each([
    ['0.5', 'percentunit'],
    ['50', 'percent'],
    ['50 %', 'percent'],
    ['5000', undefined],
    ['5 K', 'short'],
    ['5 GiB', 'bytes'],
    ['5 GB', 'decbytes'],
    ['5 MiB/s', 'binBps'],
    ['5 Mb/s', 'bps'],
    ['5 req/s', 'suffix:req/s'],
  ])('shows %s in the unit %s', (value, unit) => {
    expect(csvSamples(contentOf(`2026-01-05T10:00Z,${value}`), view).unit).toBe(unit);
  });

  const twoMonths = contentOf('1767607200,1', '1767607201,2', '1777607200,3');

  it('takes a longer step, and says so, where the own one has no room for the span', () => {
    const { stepMs, series, notices } = csvSamples(twoMonths, view);
    expect(stepMs).toBe(60_000);
    expect(series.time.length).toBeLessThanOrEqual(200_000);
    expect(notices).toEqual([
      'The file covers too long a time for its step of 1s: its samples are shown at a step of 1m.',
    ]);
  });

  it('refuses a step that is set where it has no room', () => {
    expect(() => csvSamples(twoMonths, { ...view, stepMs: 1000 })).toThrow(
      'invalid step: 1s makes more than 200000 steps of this file (expected 1m or more)',
    );
  });
});
