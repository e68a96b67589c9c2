import { cpuMetrics } from 'foreband-engine';

import { parseOptions } from '../options';
import { defaultQuery, type ForebandQuery } from '../query';

import { detachQuery, fillExpression, prepareQuery, type PrepareHost, type QueryScope } from './prepareQuery';

const HOUR = 3_600_000;
const now = 1000 * HOUR;

/** Fills `$job` and nothing else. */
const fillText: QueryScope['fillText'] = (text, format) => text.replaceAll('$job', () => format('node', {}));

const scope: QueryScope = { from: now - 6 * HOUR, to: now, now, timeZone: 'Europe/Berlin', filters: [], fillText };
const filtered: QueryScope = { ...scope, filters: [{ key: 'dc', operator: '=', value: 'fra' }] };

function hostWith(changes: Partial<PrepareHost> = {}): PrepareHost {
  return {
    options: parseOptions({}),
    ranges: { hasSamples: () => Promise.resolve(false) },
    keyOf: (expr, stepMs) => `${stepMs} ${expr}`,
    findCpuMetrics: () => Promise.resolve(['cpu_usage_idle']),
    ...changes,
  };
}

const queryOf = (changes: Partial<ForebandQuery>): ForebandQuery => ({ ...defaultQuery, refId: 'A', ...changes });

describe('fillExpression(expr, scope, interval)', () => {
  it('fills in time macros, variables and filters', () => {
    const expr = 'rate(http_requests_total{job="$job"}[$__rate_interval]) / $__range_s';
    expect(fillExpression(expr, filtered, { stepMs: 300_000, scrapeIntervalMs: 15_000 })).toBe(
      'rate(http_requests_total{job="node",dc="fra"}[315s]) / 21600',
    );
  });
});

describe('detachQuery(query, scope, autoMetric)', () => {
  it('fills in variables and filters, and leaves time macros to whoever asks', () => {
    const query = queryOf({ source: 'promql', expr: 'rate(up{job="$job"}[$__rate_interval])', legendFormat: '$job' });
    expect(detachQuery(query, filtered, undefined)).toMatchObject({
      source: 'promql',
      expr: 'rate(up{job="node",dc="fra"}[$__rate_interval])',
      legendFormat: 'node',
    });
  });

  it('turns a CPU metric under filters into PromQL that holds them, with the legend of the metric', () => {
    const detached = detachQuery(queryOf({ metric: 'auto' }), filtered, 'cpu_usage_idle');
    const { legendFormat } = cpuMetrics.cpu_usage_idle;
    expect(detached).toMatchObject({ source: 'promql', expr: '(100 - cpu_usage_idle{dc="fra"}) / 100', legendFormat });
  });

  it('leaves a CPU metric without filters a CPU metric', () => {
    expect(detachQuery(queryOf({ metric: 'auto' }), scope, 'cpu_usage_idle')).toEqual(queryOf({ metric: 'auto' }));
  });
});

describe('prepareQuery(host, query, scope)', () => {
  it('sends PromQL filled in, under a key of its own, and names series by its legend', async () => {
    const query = queryOf({ source: 'promql', expr: 'up{job="$job"}', legendFormat: '$job on {{host}}' });
    const live = await prepareQuery(hostWith(), query, scope).findLive();
    expect(live).toMatchObject({ expr: 'up{job="node"}', key: '300000 up{job="node"}', timeZone: 'Europe/Berlin' });
    expect(live.nameOf({ host: 'web' })).toBe('node on web');
  });

  it('takes the first CPU metric that has data, with its unit', async () => {
    const live = await prepareQuery(hostWith(), queryOf({ metric: 'auto' }), scope).findLive();
    const { expr, unit } = cpuMetrics.cpu_usage_idle;
    expect(live).toMatchObject({ expr, unit });
  });

  it('says which metrics it looked for where there is none', async () => {
    const host = hostWith({ findCpuMetrics: () => Promise.resolve([]) });
    const { findLive } = prepareQuery(host, queryOf({ metric: 'auto' }), scope);
    await expect(findLive()).rejects.toThrow('No CPU metric found; looked for node_cpu_seconds_total, cpu_usage_idle');
  });

  it('knows without asking which metric has had data before', async () => {
    const hasSamples: PrepareHost['ranges']['hasSamples'] = ({ key }) =>
      Promise.resolve(key.endsWith('cpu_usage_idle) / 100'));
    const findCpuMetrics = () => Promise.reject(new Error('cannot be reached'));
    const host = hostWith({ ranges: { hasSamples }, findCpuMetrics });
    const known = await prepareQuery(host, queryOf({ metric: 'auto' }), scope).knownLive();
    expect(known?.expr).toBe(cpuMetrics.cpu_usage_idle.expr);
    expect(
      await prepareQuery(hostWith({ findCpuMetrics }), queryOf({ metric: 'auto' }), scope).knownLive(),
    ).toBeUndefined();
  });

  it('takes the data source’s training window where the query sets none, and the dashboard’s clock', () => {
    const host = hostWith({ options: parseOptions({ defaultTrainingWindow: '14d' }) });
    const { settings } = prepareQuery(host, queryOf({ settings: { timeZone: 'dashboard' } }), scope);
    expect([settings.trainingWindowMs, settings.timeZone]).toEqual([14 * 24 * HOUR, 'Europe/Berlin']);
    const own = prepareQuery(host, queryOf({ settings: { trainingWindowMs: 48 * HOUR } }), scope);
    expect(own.settings.trainingWindowMs).toBe(48 * HOUR);
  });

  it('refuses a setting out of its range by its name', () => {
    expect(() => prepareQuery(hostWith(), queryOf({ settings: { intervalWidth: 2 } }), scope)).toThrow(
      'invalid intervalWidth: 2',
    );
  });
});
