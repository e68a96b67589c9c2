import { FieldType, toDataFrame } from '@grafana/data';

import { defaultSettings, type DetectionOutcome } from 'foreband-engine';
import { detectedFrame } from '../grafana/testing/detectedFrame';
import { panelData } from '../grafana/testing/panelData';

import type { HistoryOrigin, PlannedJob } from './detectionJobs';
import { panelNotes, type NoteContext } from './panelNotes';
import { seriesInputs } from './seriesInput';

const inputs = seriesInputs(
  ['web', 'db'].map((host) =>
    toDataFrame({
      refId: 'A',
      fields: [
        { name: 'time', type: FieldType.time, values: [1] },
        { name: 'value', type: FieldType.number, labels: { host }, values: [1] },
      ],
    }),
  ),
);

function job(index: number, history: HistoryOrigin): PlannedJob {
  const { key, queried } = inputs[index];
  const { series } = queried;
  return {
    key,
    history,
    job: { training: series, visible: series, forecastEnd: 0, settings: defaultSettings },
  };
}

function refused(index: number): DetectionOutcome {
  return { kind: 'counter', series: inputs[index].queried.series, message: 'This looks like a raw counter.' };
}

function texts(more: Partial<NoteContext>): string[] {
  const context: NoteContext = {
    inputs,
    jobs: [],
    outcomes: new Map(),
    training: { kind: 'notNeeded' },
    data: panelData([]),
    wantsMoreThanCarried: false,
    ...more,
  };
  return panelNotes(context).map(({ severity, text }) => `${severity}: ${text}`);
}

describe('panelNotes', () => {
  it('has nothing to say where all is well', () => {
    expect(texts({ backend: 'wasm' })).toEqual([]);
  });

  it('says once what is wrong with several series', () => {
    const outcomes = new Map([
      ['a', refused(0)],
      ['b', refused(1)],
    ]);
    expect(texts({ outcomes })).toEqual([
      expect.stringMatching(/^warning: .*web.*db.*: This looks like a raw counter/),
    ]);
  });

  it('says why it is fitted to the visible range, and what follows', () => {
    expect(texts({ training: { kind: 'visibleOnly', reason: 'a snapshot holds no query' } })[0]).toBe(
      'warning: Fitted to the visible range only, because a snapshot holds no query. Zooming changes the scores.',
    );
  });

  it('repeats the notices of the frames, each once', () => {
    const notice = { severity: 'warning' as const, text: 'No data since 12:00, retrying' };
    const frame = { ...toDataFrame({ fields: [] }), meta: { notices: [notice] } };
    expect(texts({ data: panelData([frame, frame]) })).toEqual(['warning: No data since 12:00, retrying']);
  });

  it('plays down the notices of simulated frames, and no others', async () => {
    const [simulated, real] = [await detectedFrame('web', true), await detectedFrame('db')].map((frame, index) => ({
      ...frame,
      meta: { ...frame.meta, notices: [{ severity: 'warning' as const, text: ['Simulated', 'No data'][index] }] },
    }));
    const series = [simulated, real];
    expect(texts({ inputs: seriesInputs(series), data: panelData(series) })).toEqual([
      'warning: No data',
      'info: Simulated',
    ]);
  }, 60_000);

  it('counts series that a transformation keeps from pairing', () => {
    expect(texts({ jobs: [job(0, 'unpaired'), job(1, 'unpaired')] })[0]).toMatch(/^warning: 2 of 2 series/);
  });

  it('takes a series without a counterpart for a new one where its neighbors pair', () => {
    expect(texts({ jobs: [job(0, 'asked'), job(1, 'unpaired')] })).toEqual([]);
  });

  it('tells of the JavaScript model quietly, and last', () => {
    const [first, last] = texts({
      backend: 'javascript',
      data: panelData([], { errors: [{ message: 'parse error' }] }),
    });
    expect(first).toMatch(/^error: parse error/);
    expect(last).toMatch(/^info: This page refuses WebAssembly/);
  });
});
