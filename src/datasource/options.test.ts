import '../grafana/testing/browser';

import { parseOptions } from './options';

describe('parseOptions(stored)', () => {
  it('completes options of which none is set', () => {
    expect(parseOptions({})).toEqual({
      scrapeIntervalMs: 15_000,
      queryTimeoutMs: undefined,
      customParameters: [],
      defaultTrainingWindowMs: undefined,
      showSimulationWhenUnreachable: false,
    });
  });

  it('reads those that are set', () => {
    const stored = {
      timeInterval: '1m',
      queryTimeout: '45s',
      customQueryParameters: 'dedup=true&tenant=a%20b',
      defaultTrainingWindow: '14d',
      showSimulationWhenUnreachable: true,
      prometheusUid: 'p',
    };
    expect(parseOptions(stored)).toEqual({
      scrapeIntervalMs: 60_000,
      queryTimeoutMs: 45_000,
      customParameters: [
        ['dedup', 'true'],
        ['tenant', 'a b'],
      ],
      defaultTrainingWindowMs: 14 * 86_400_000,
      showSimulationWhenUnreachable: true,
      prometheusUid: 'p',
    });
  });

  it('gives what cannot be read its default', () => {
    expect(parseOptions({ timeInterval: 'often' })).toEqual(parseOptions({}));
  });
});
