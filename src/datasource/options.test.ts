import './testing/browser';

import { parseDuration, parseOptions } from './options';

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

describe('parseDuration(text)', () => {
  it.each([
    ['90s', 90_000],
    [' 5m ', 300_000],
    ['28d', 28 * 86_400_000],
    ['1m30s', 90_000],
    ['500ms', 500],
    ['1.5h', undefined],
    ['5m x', undefined],
    ['15', undefined],
    ['', undefined],
    [undefined, undefined],
    ['soon', undefined],
    ['0s', undefined],
  ])('reads %j as %s ms', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});
