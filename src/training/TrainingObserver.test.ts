import { FieldType, toDataFrame } from '@grafana/data';
import { PrometheusError } from 'foreband-prometheus';

import { FakeClock, settle } from '../../pkg/prometheus/tests/range/fakeClock';

import { panelRequest } from '../grafana/testing/panelRequest';

import type { AskableSource } from './rerun';
import { TrainingObserver } from './TrainingObserver';
import { TrainingReader, type WantedTraining } from './TrainingReader';

const STEP = 60_000;
const HOUR = 60 * STEP;

const request = panelRequest();

function wanted(startHour: number, endHour: number, key = 'cpu'): WantedTraining {
  const parts = [{ datasource: { uid: 'sql' }, targets: [{ refId: 'A', key }] }];
  return { request, parts, span: { start: startHour * HOUR, end: endHour * HOUR }, stepMs: STEP };
}

/** A panel before a data source that answers with a row an hour, after two seconds, as long as it works. */
function open() {
  const clock = new FakeClock(1000 * HOUR);
  const asked: Array<readonly [startHour: number, endHour: number]> = [];
  let refuse: (startHour: number) => Error | undefined = () => undefined;
  const source: AskableSource = {
    uid: 'sql',
    name: 'SQL',
    fingerprint: (targets) => JSON.stringify(targets),
    ask: async ({ range }) => {
      const [start, end] = [range.from.valueOf() / HOUR, range.to.valueOf() / HOUR];
      asked.push([start, Math.floor(end)]);
      await clock.sleep(2000);
      const error = refuse(start);
      if (error !== undefined) {
        throw error;
      }
      const time = Array.from({ length: Math.floor(end) - Math.ceil(start) + 1 }, (_, row) => Math.ceil(start) + row);
      const fields = [
        { name: 'time', type: FieldType.time, values: time.map((hour) => hour * HOUR) },
        { name: 'value', type: FieldType.number, values: time },
      ];
      return [toDataFrame({ refId: 'A', fields })];
    },
  };
  const panel = new TrainingObserver(new TrainingReader(() => Promise.resolve(source), clock));
  const seen: string[] = [];
  panel.subscribe(() => seen.push(panel.training().kind));
  const setRefusal = (next: typeof refuse) => {
    refuse = next;
  };
  return { clock, asked, panel, seen, setRefusal };
}

function rowsOf(panel: TrainingObserver): readonly number[] {
  const training = panel.training();
  return training.kind === 'ready' ? [...training.answer.series.values()].flatMap(({ y }) => [...y]) : [];
}

function remarkOf(panel: TrainingObserver): string | undefined {
  const training = panel.training();
  return training.kind === 'ready' ? training.remark : undefined;
}

const hours = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, row) => first + row);

describe('TrainingObserver', () => {
  it('is asking until the whole range has arrived, and then ready', async () => {
    const { panel, clock, seen } = open();
    panel.want(wanted(0, 24));
    await clock.advance(1000);
    expect(panel.training()).toEqual({ kind: 'asking' });
    await clock.advance(2000);
    expect(rowsOf(panel)).toEqual(hours(0, 24));
    expect(seen).toEqual(['ready']);
  });

  it('stays ready with what it knows while a refresh asks for more', async () => {
    const { panel, clock, asked } = open();
    panel.want(wanted(0, 24));
    await clock.advance(3000);
    panel.want(wanted(1, 25));
    await clock.advance(1000);
    expect(rowsOf(panel)).toEqual(hours(0, 24));
    await clock.advance(2000);
    expect(rowsOf(panel)).toEqual(hours(0, 25));
    expect(asked).toHaveLength(2);
  });

  it('says nothing new where a refresh has nothing to ask for', async () => {
    const { panel, clock, seen } = open();
    panel.want(wanted(0, 24));
    await clock.advance(3000);
    const before = panel.training();
    panel.want(wanted(2, 20));
    await clock.advance(3000);
    expect(panel.training()).toBe(before);
    expect(seen).toHaveLength(1);
  });

  it('is asking again where the query is another one', async () => {
    const { panel, clock } = open();
    panel.want(wanted(0, 24));
    await clock.advance(3000);
    panel.want(wanted(0, 24, 'memory'));
    await settle();
    expect(panel.training().kind).toBe('asking');
  });

  it('is asking again where nothing known touches the range', async () => {
    const { panel, clock } = open();
    panel.want(wanted(0, 24));
    await clock.advance(3000);
    panel.want(wanted(100, 124));
    await settle();
    expect(panel.training().kind).toBe('asking');
  });

  it('has failed where nothing is known, in the words of the data source', async () => {
    const { panel, clock, setRefusal } = open();
    setRefusal(() => new Error('relation "cpu" does not exist'));
    panel.want(wanted(0, 24));
    await clock.advance(3000);
    expect(panel.training()).toEqual({ kind: 'failed', message: 'relation "cpu" does not exist.' });
  });

  it('is fitted to what is there where a refresh fails, and says what is missing', async () => {
    const { panel, clock, setRefusal } = open();
    panel.want(wanted(0, 24));
    await clock.advance(3000);
    setRefusal(() => new Error('boom'));
    panel.want(wanted(1, 25));
    await clock.advance(3000);
    expect(rowsOf(panel)).toEqual(hours(0, 24));
    expect(remarkOf(panel)).toBe(
      'Training data from 1970-01-01 23:58:00 to 1970-01-02 01:00:00 is missing: boom. The model is fitted to the rest.',
    );
    setRefusal(() => undefined);
    panel.want(wanted(1, 25));
    await clock.advance(3000);
    expect(remarkOf(panel)).toBeUndefined();
  });

  it('is fitted to what a data source with a limit on its past gives, and names the settings that help', async () => {
    const { panel, clock, setRefusal } = open();
    setRefusal((startHour) =>
      startHour < 100 ? new PrometheusError('limit', 'the query time range exceeds the limit') : undefined,
    );
    panel.want(wanted(0, 200));
    await clock.advance(60_000);
    expect(rowsOf(panel)[0]).toBeGreaterThanOrEqual(100);
    expect(remarkOf(panel)).toMatch(
      /^The data source refused the whole training window: fitted to the samples from 1970-01-05 .* on\. Lengthen "Step" or shorten "Training window"/,
    );
  });

  it('neither asks nor changes after it has left', async () => {
    const { panel, clock, asked, seen } = open();
    panel.want(wanted(0, 24));
    panel.leave();
    await clock.advance(3000);
    expect([asked, seen]).toEqual([[], []]);
  });
});
