import { cpuMetrics } from 'foreband-engine';

import { metricOptions, metricText, type FoundMetrics } from './metricChoice';

const found: FoundMetrics = { kind: 'found', names: ['cpu_usage_idle', 'system_cpu_usage'] };
const none: FoundMetrics = { kind: 'found', names: [] };

describe('metricOptions(found)', () => {
  it('says which metric auto is, and which have data', () => {
    const labels = metricOptions(found).map(({ label }) => label);
    expect(labels[0]).toBe('Auto: cpu_usage_idle');
    expect(labels.filter((label) => label.endsWith('(has data)'))).toEqual([
      'cpu_usage_idle (has data)',
      'system_cpu_usage (has data)',
    ]);
  });

  it('offers every metric while nothing is known', () => {
    expect(metricOptions({ kind: 'asking' }).map(({ label }) => label)).toEqual(['Auto', ...Object.keys(cpuMetrics)]);
  });
});

describe('metricText(found, metric)', () => {
  it.each<[FoundMetrics, 'auto' | 'system_cpu_usage' | 'cpu_usage_percent', string]>([
    [{ kind: 'asking' }, 'auto', 'Looking for CPU metrics...'],
    [{ kind: 'failed', message: 'timeout' }, 'auto', 'Could not look for CPU metrics: timeout'],
    [found, 'auto', cpuMetrics.cpu_usage_idle.expr],
    [found, 'system_cpu_usage', 'system_cpu_usage'],
    [found, 'cpu_usage_percent', 'No data here: cpu_usage_percent / 100'],
    [none, 'auto', 'None of the known CPU metrics has data here: choose PromQL.'],
  ])('of %j and %s is the query, or why there is none', (known, metric, text) => {
    expect(metricText(known, metric)).toBe(text);
  });
});
