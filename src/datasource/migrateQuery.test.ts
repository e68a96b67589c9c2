import { migrateQuery, querySettings } from './migrateQuery';
import { defaultQuery, describeQuery, isRunnable } from './query';

describe('migrateQuery(stored)', () => {
  it('keeps a query of today as it is', () => {
    const query = {
      refId: 'B',
      version: 1 as const,
      source: 'promql' as const,
      metric: 'auto' as const,
      expr: 'up',
      legendFormat: '{{job}}',
      output: 'anomalies' as const,
      settings: { thresholdMultiplier: 3 },
      hide: true,
      datasource: { type: 'foreband-prometheus-datasource', uid: 'a' },
    };
    expect(migrateQuery(query)).toEqual(query);
  });

  it("takes over the expression and legend of a query of Grafana's Prometheus", () => {
    const stored = {
      refId: 'A',
      expr: 'rate(x[$__rate_interval])',
      legendFormat: '{{pod}}',
      range: true,
      instant: false,
      editorMode: 'code',
      datasource: { type: 'prometheus', uid: 'p' },
    };
    expect(migrateQuery(stored)).toMatchObject({
      version: 1,
      source: 'promql',
      expr: 'rate(x[$__rate_interval])',
      legendFormat: '{{pod}}',
      output: 'series',
    });
    expect(migrateQuery(stored)).not.toHaveProperty('editorMode');
  });

  it("takes Prometheus's automatic legend for none", () => {
    expect(migrateQuery({ expr: 'up', legendFormat: '__auto' })).not.toHaveProperty('legendFormat');
  });

  it.each([
    [{ intervalMs: 60_000 }, { intervalMs: 60_000 }],
    [{ intervalMs: 10 }, { intervalMs: 5000 }],
    [{ intervalMs: 1e9 }, { intervalMs: 3_600_000 }],
    [{}, { intervalMs: 30_000 }],
    [true, undefined],
  ])('reads the live mode %j as %j', (live, expected) => {
    expect(migrateQuery({ live }).live).toEqual(expected);
  });

  it.each([undefined, null, 'up', 3, [], {}])('makes the default query of %j', (stored) => {
    expect(migrateQuery(stored)).toEqual({ ...defaultQuery, refId: 'A' });
  });

  it.each([
    ['source', 'sql', 'metric'],
    ['metric', 'load', 'auto'],
    ['output', 'chart', 'series'],
    ['settings', 'many', {}],
  ])('gives %s its default instead of %j', (field, value, expected) => {
    expect(migrateQuery({ [field]: value })).toHaveProperty(field, expected);
  });

  it('moves an order that stood in place of a seasonality’s switch beside it', () => {
    expect(migrateQuery({ settings: { dailySeasonality: 8 } }).settings).toEqual({
      dailySeasonality: 'on',
      dailyOrder: 8,
    });
  });

  it('repairs a scenario field by field', () => {
    expect(migrateQuery({ source: 'simulation', scenario: { seed: 5, nInstances: 1e9 } }).scenario).toEqual({
      seed: 5,
      nInstances: 3,
    });
  });
});

describe('querySettings(query, defaultTrainingWindowMs)', () => {
  const query = migrateQuery({ settings: { thresholdMultiplier: 3 } });

  it("completes the query with the data source's window and the defaults", () => {
    expect(querySettings(query, 86_400_000)).toMatchObject({
      thresholdMultiplier: 3,
      trainingWindowMs: 86_400_000,
      stepMs: 300_000,
    });
  });

  it("lets the query's own window win", () => {
    const own = migrateQuery({ settings: { trainingWindowMs: 172_800_000 } });
    expect(querySettings(own, 86_400_000).trainingWindowMs).toBe(172_800_000);
  });

  it('refuses a setting outside its range by name', () => {
    expect(() => querySettings(migrateQuery({ settings: { intervalWidth: 1.2 } }))).toThrow(
      'invalid intervalWidth: 1.2',
    );
  });
});

describe('describeQuery(query)', () => {
  it.each([
    [{ metric: 'system_cpu_usage' }, 'CPU usage (system_cpu_usage): system_cpu_usage'],
    [{}, 'CPU usage (first metric found)'],
    [{ expr: 'up', output: 'anomalies' }, 'Anomalies of up'],
    [{ source: 'simulation', output: 'forecast' }, 'Forecast of simulation of 3 machines, seed 1'],
  ])('says in a line what %j asks for', (stored, text) => {
    expect(describeQuery(migrateQuery(stored))).toBe(text);
  });
});

describe('isRunnable(query)', () => {
  it.each([
    [{ source: 'promql', expr: '  ' }, false],
    [{ source: 'promql' }, false],
    [{ source: 'promql', expr: 'up' }, true],
    [{ source: 'metric' }, true],
    [{ source: 'simulation' }, true],
  ])('%j: %s', (stored, expected) => {
    expect(isRunnable(migrateQuery(stored))).toBe(expected);
  });
});
