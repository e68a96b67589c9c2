/** @jest-environment jsdom */
import '../../grafana/testing/browser';

import { dateTime, type DataSourceJsonData, type PanelData } from '@grafana/data';
import { setDataSourceSrv, setTemplateSrv, type DataSourceSrv, type TemplateSrv } from '@grafana/runtime';

import { withExecutedQuery } from '../../grafana/executedQuery';
import { panelData } from '../../grafana/testing/panelData';
import { panelRequest } from '../../grafana/testing/panelRequest';

import { askedExpression } from './askedExpression';

const STEP = 300_000;
const frame = { refId: 'A', fields: [], length: 0 };

function grafana(variables: Readonly<Record<string, string>>, timeInterval?: string): void {
  const replace: TemplateSrv['replace'] = (text = '', _scoped, format) =>
    text.replace(/\$(\w+)/g, (written, name: string) => {
      const value = variables[name];
      return value === undefined ? written : typeof format === 'function' ? String(format(value, {})) : value;
    });
  setTemplateSrv({ replace } as TemplateSrv);
  const jsonData: DataSourceJsonData & { timeInterval?: string } = { timeInterval };
  setDataSourceSrv({ getInstanceSettings: () => ({ jsonData }) } as unknown as DataSourceSrv);
}

function asked(target: Readonly<Record<string, unknown>>, more: Partial<PanelData['request']> = {}): PanelData {
  const request = panelRequest({ targets: [{ refId: 'A', ...target }], ...more });
  return panelData([frame], { request });
}

const prometheus = { datasource: { uid: 'prom', type: 'prometheus' } };
const foreband = { datasource: { uid: 'fore', type: 'foreband-prometheus-datasource' } };

describe('askedExpression(data, series, stepMs)', () => {
  beforeEach(() => grafana({ instance: 'web-1:9100' }, '30s'));

  it('fills in variables, the time macros of the training, and the filters of the dashboard', () => {
    const data = asked(
      { ...prometheus, expr: 'rate(load{instance="$instance"}[$__rate_interval])' },
      { filters: [{ key: 'job', operator: '=', value: 'node' }] },
    );
    // Grafana: the window of a rate is a step and a scrape, at least four scrapes.
    expect(askedExpression(data, { refId: 'A', frame }, STEP)).toEqual({
      kind: 'known',
      expr: 'rate(load{instance="web-1:9100",job="node"}[330s])',
    });
  });

  it("takes a query's own least step for the time between two scrapes, as Grafana does", () => {
    const data = asked({ ...prometheus, expr: 'rate(load[$__rate_interval])', interval: '2m' });
    expect(askedExpression(data, { refId: 'A', frame }, STEP)).toEqual({ kind: 'known', expr: 'rate(load[8m])' });
  });

  it("takes what Foreband's data source has sent", () => {
    const data = asked({ ...foreband, source: 'metric', metric: 'auto' });
    const answered = withExecutedQuery(frame, 'system_cpu_usage');
    expect(askedExpression(data, { refId: 'A', frame: answered }, STEP)).toEqual({
      kind: 'known',
      expr: 'system_cpu_usage',
    });
  });

  it.each([
    ['samples of a file', panelData([frame]), /No query is known.* a file or a snapshot/],
    ['simulated samples', asked(foreband), /Nothing was asked for these samples/],
    [
      'another kind of data source',
      asked({ datasource: { uid: 'i', type: 'influxdb' } }),
      /no Prometheus \(influxdb\)/,
    ],
  ])('says why there is none for %s', (_, data, reason) => {
    expect(askedExpression(data, { refId: 'A', frame }, STEP)).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(reason),
    });
  });

  it('knows no macro that follows the zoom but the range', () => {
    const range = { from: dateTime(0), to: dateTime(7_200_000), raw: { from: 'now-2h', to: 'now' } };
    const data = { ...asked({ ...prometheus, expr: 'avg_over_time(load[$__range])' }), timeRange: range };
    expect(askedExpression(data, { refId: 'A', frame }, STEP)).toEqual({
      kind: 'known',
      expr: 'avg_over_time(load[7200s])',
    });
  });
});
