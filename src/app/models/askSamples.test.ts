/** @jest-environment jsdom */
import '../../grafana/testing/browser';

import { FieldType, toDataFrame, type DataQueryRequest } from '@grafana/data';
import { parseSettings } from 'foreband-engine';

import { FakeClock } from '../../../pkg/prometheus/tests/range/fakeClock';
import { TrainingReader } from '../../training/TrainingReader';

import { askSamples } from './askSamples';

const STEP = 60_000;

const source = { datasource: { uid: 'prom', type: 'prometheus' }, query: { expr: 'cpu' } };
const model = {
  name: 'web',
  series: { name: 'web', labels: { host: 'web' } },
  settings: parseSettings({ stepMs: STEP }),
  source,
};
const { signal } = new AbortController();
const wanted = (startStep: number, endStep: number) => ({
  span: { start: startStep * STEP, end: endStep * STEP },
  now: 1000 * STEP,
  signal,
});

/** A data source with these hosts, whose value at a step is its number. */
function open(...hosts: readonly string[]) {
  const asked: DataQueryRequest[] = [];
  const frameOf = (host: string, { range }: DataQueryRequest) => {
    const [first, last] = [range.from.valueOf() / STEP, Math.floor(range.to.valueOf() / STEP)];
    const steps = Array.from({ length: last - first + 1 }, (_, row) => first + row);
    return toDataFrame({
      refId: 'A',
      fields: [
        { name: 'time', type: FieldType.time, values: steps.map((step) => step * STEP) },
        { name: 'value', type: FieldType.number, labels: { host }, values: steps },
      ],
    });
  };
  const found = {
    uid: 'prom',
    name: 'Prometheus',
    fingerprint: (targets: readonly unknown[]) => JSON.stringify(targets),
    ask: (request: DataQueryRequest) => {
      asked.push(request);
      return Promise.resolve(hosts.map((host) => frameOf(host, request)));
    },
  };
  return { asked, reader: new TrainingReader(() => Promise.resolve(found), new FakeClock(1000 * STEP)) };
}

describe('askSamples(model, wanted)', () => {
  it('asks with the query of the model and its step, and gives the series with its labels', async () => {
    const { asked, reader } = open('db', 'web');
    const series = await askSamples(model, wanted(10, 12), reader);
    expect([series.labels, [...series.y]]).toEqual([{ host: 'web' }, [10, 11, 12]]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ intervalMs: STEP, timezone: 'utc', targets: [{ refId: 'A', expr: 'cpu' }] });
  });

  it('gives the rows of the span alone, and asks for what it does not know', async () => {
    const { asked, reader } = open('web');
    await askSamples(model, wanted(0, 100), reader);
    const series = await askSamples(model, wanted(50, 52), reader);
    expect([...series.y]).toEqual([50, 51, 52]);
    expect(asked).toHaveLength(1);
  });

  it('takes the only series there is, whatever its labels have become', async () => {
    const { reader } = open('renamed');
    expect((await askSamples(model, wanted(1, 2), reader)).labels).toEqual({ host: 'renamed' });
  });

  it.each([
    ['where the series is gone', model, ['db', 'cache'], 'Prometheus no longer has samples of web.'],
    [
      'where the model has no source',
      { ...model, source: null },
      ['web'],
      'web does not know where its samples come from',
    ],
  ])('says so %s', async (_, of, hosts, message) => {
    await expect(askSamples(of, wanted(1, 2), open(...hosts).reader)).rejects.toThrow(message);
  });
});
