/** @jest-environment jsdom */
import '../../grafana/testing/browser';

import { FieldType, type DataFrame } from '@grafana/data';
import { fittedSeries } from '../../../pkg/engine/tests/fittedSeries';
import type { ModelSeries } from '../../chart/model/panelModel';
import { panelData } from '../../grafana/testing/panelData';
import { panelRequest } from '../../grafana/testing/panelRequest';

import { alertSubjects } from './alertSubject';

const datasource = { uid: 'fore', type: 'foreband-prometheus-datasource' };
const data = panelData([], { request: panelRequest({ targets: ['A', 'B'].map((refId) => ({ refId, datasource })) }) });

function frameOf(refId: string): DataFrame {
  return { refId, fields: [], length: 0, meta: { executedQueryString: `load_${refId.toLowerCase()}` } };
}

async function modelSeries(name: string, refId: string, thresholdMultiplier = 2): Promise<ModelSeries> {
  const { detected } = await fittedSeries(name);
  const field = { name: 'value', type: FieldType.number, config: {}, values: [] };
  const settings = { ...detected.settings, thresholdMultiplier };
  const line = { time: new Float64Array(), y: new Float64Array() };
  return {
    chart: { key: name, name, refId, frame: frameOf(refId), timeField: field, field, line, isHidden: false },
    color: '',
    settings,
    outcome: { ...detected, settings },
  };
}

describe('alertSubjects(model, data)', () => {
  it('gives one for each query, with the PromQL that was sent for it', async () => {
    const series = [await modelSeries('web', 'A'), await modelSeries('db', 'B')];
    expect(
      alertSubjects({ series, notes: [] }, data).map(({ id, expression, fitted }) => [
        id,
        expression,
        fitted.map(({ name }) => name),
      ]),
    ).toEqual([
      ['A', { kind: 'known', expr: 'load_a' }, ['web']],
      ['B', { kind: 'known', expr: 'load_b' }, ['db']],
    ]);
  });

  it('keeps series with thresholds of their own apart, and says of each where it is watched', async () => {
    const series = [await modelSeries('web', 'A'), await modelSeries('db', 'A', 3)];
    const subjects = alertSubjects({ series, notes: [] }, data);
    expect(subjects.map(({ id, settings }) => [id, settings.thresholdMultiplier])).toEqual([
      ['A, threshold 2', 2],
      ['A, threshold 3', 3],
    ]);
    expect(subjects[0].unfitted).toEqual([
      { name: 'db', reason: 'It is scored by other settings: see the rules of query A, threshold 3.' },
    ]);
  });

  it('says why a series has no model, in its own words or those of a notice', async () => {
    const { chart, color } = await modelSeries('young', 'A');
    const series = [await modelSeries('web', 'A'), { chart, color }];
    const notes = [{ severity: 'info', text: 'young: Too little history.' }] as const;
    expect(alertSubjects({ series, notes }, data)[0].unfitted).toEqual([
      { name: 'young', reason: 'Too little history.' },
    ]);
  });
});
