import { urlUtil } from '@grafana/data';
import fc from 'fast-check';

import { foreignParams, readAddress, writeAddress } from './address';
import { startState, type ExploreState } from './exploreState';

const search = (state: ExploreState) => urlUtil.renderUrl('', writeAddress(state));

const ten = Date.UTC(2026, 0, 5, 10);

describe('writeAddress(state)', () => {
  it('says what differs from the defaults, in words', () => {
    const state: ExploreState = {
      source: { kind: 'csv', file: { name: 'cpu usage.csv', fingerprint: 'k3j9.1a' } },
      range: { from: ten, to: ten + 90_061_000 },
      series: 'web-1:9100',
      model: 'k3.9a-mp',
      settings: {
        thresholdMultiplier: 2.5,
        trainingWindowMs: 14 * 86_400_000,
        stepMs: 300_000,
        weeklySeasonality: 'on',
        weeklyOrder: 6,
        robustDeviations: null,
        exclusions: [{ start: ten, end: ten + 7_200_000 }],
        limitMax: 0.95,
      },
      view: 'evaluation',
      timeZone: 'Europe/Vienna',
      plan: { rows: 'rolling', goal: { kind: 'falseEvents', perWeek: 2 } },
    };
    expect(search(state)).toBe(
      '?v=1&source=csv&file=cpu%20usage.csv&print=k3j9.1a&from=2026-01-05T10:00Z&to=2026-01-06T11:01:01Z&tz=Europe%2FVienna' +
        '&series=web-1:9100&model=k3.9a-mp&view=evaluation&threshold=2.5&limitmax=0.95&window=14d&exclude=2026-01-05T10:00Z..2026-01-05T12:00Z&outliers=off&weekly=on&weeklyorder=6&rows=rolling&goal=false2',
    );
  });

  it('is short where nothing is set', () => {
    expect(search(startState)).toBe('?v=1&source=metric&metric=auto');
  });
});

describe('foreignParams(search)', () => {
  it("keeps Grafana's parameters and none of ours", () => {
    const ours = search({ ...startState, range: { from: 'now-1d', to: 'now' }, settings: { n: 3 } });
    expect(foreignParams(`${ours}&orgId=2&theme=light`)).toEqual({ orgId: '2', theme: 'light' });
  });
});

describe('readAddress(search)', () => {
  const states: readonly ExploreState[] = [
    startState,
    { ...startState, source: { kind: 'metric', dataSource: 'p', metric: 'system_cpu_usage' }, series: 'a b&c=d' },
    { ...startState, source: { kind: 'promql', dataSource: null, expr: 'rate(x{a="b+c"}[5m]) * 100 % 7' } },
    {
      ...startState,
      source: {
        kind: 'csv',
        file: { name: 'a.csv', fingerprint: 'x', answers: { decimal: ',', dayOrder: 'monthFirst' } },
      },
      series: 'web-2',
    },
    { ...startState, source: { kind: 'csv', file: null }, range: { from: 'now-7d', to: 'now-1d/d' } },
    { ...startState, source: { kind: 'simulation', seed: 7, nInstances: 12 } },
    {
      ...startState,
      view: 'evaluation',
      plan: {
        truth: 'field',
        trainingShare: 0.7,
        refitEveryMs: 7 * 86_400_000,
        goal: { kind: 'fBeta', beta: 0.5 },
        kinds: ['spike', 'dip'],
        ratio: 0.1,
        size: 4,
        seed: 9,
      },
    },
    {
      ...startState,
      source: { kind: 'sample' },
      settings: {
        exclusions: [
          { start: ten, end: ten + 1 },
          { start: ten + 5000, end: ten + 6500 },
        ],
        growth: 'logistic',
        growthCap: 0.9,
        growthFloor: -1,
        seasonalityMode: 'multiplicative',
        timeZone: 'Europe/Berlin',
        holidayRegion: 'DE-BY',
        holidayEffect: 'separate',
        events: '2026-12-01 18:00 to 20:00 Backup & restore\n# 50 % more\n2026-12-24 Sale=yes',
        dailySeasonality: 'off',
        yearlySeasonality: 'on',
        dailyOrder: 3,
        yearlyOrder: 4,
        changepointPriorScale: 0.5,
        nChangepoints: 0,
        changepointRange: 0.9,
        robustDeviations: 5,
        intervalWidth: 0.9,
        calibrationShare: null,
        horizonMs: 5_400_000,
        direction: 'above',
        minDeviationAbsolute: 0.05,
        minDeviationRelative: 0.1,
        n: 3,
        m: 5,
        normalMin: -1,
        normalMax: 0.1,
        limitMin: -2,
        limitMax: 1e9,
      },
    },
  ];

  it.each(states)('gives back what writeAddress wrote (%#)', (state) => {
    expect(readAddress(search(state))).toEqual({ state, notices: [] });
  });

  it("takes the times of Grafana's own links, and its other parameters for nothing of ours", () => {
    const { state, notices } = readAddress(`?orgId=1&theme=light&from=${ten}&to=now&timezone=utc`);
    expect(state.range).toEqual({ from: ten, to: 'now' });
    expect(notices).toEqual([]);
  });

  it.each([
    ['source=disk', 'source=disk, which is not understood'],
    ['source=csv&file=a&print=x&dates=first', 'dates=first, which is not understood'],
    ['goal=best', 'goal=best, which is not understood'],
    ['plant=spike,cat', 'plant=spike,cat, which is not understood'],
    ['learn=2', 'learn=2, which is ignored: invalid trainingShare'],
    ['tz=Mars/Olympus', 'tz=Mars/Olympus, which is not understood'],
    ['view=map', 'view=map, which is not understood'],
    ['metric=gpu', 'metric=gpu, which is not understood'],
    ['from=yesterday&to=now', 'from=yesterday&to=now, which is not understood'],
    ['from=2000&to=1000', 'from=2000&to=1000, which is not understood'],
    ['from=99999999999999999999&to=now', 'not understood'],
    ['source=simulation&seed=x', 'seed=x, which is not understood'],
    ['source=simulation&machines=5000', 'machines=5000, which is not understood'],
    ['threshold=big', 'threshold=big, which is not understood'],
    ['threshold=', 'threshold=, which is not understood'],
    ['threshold=-1', 'threshold=-1, which is ignored: invalid thresholdMultiplier: -1 (expected 0.1 to 100)'],
    ['window=1ms', 'window=1ms, which is ignored: invalid trainingWindowMs: 1 (expected 1 h to 731 d, in ms)'],
    ['weekly=0', 'weekly=0, which is not understood'],
    ['weeklyorder=0', 'weeklyorder=0, which is ignored: invalid weeklyOrder: 0'],
    ['outliers=none', 'outliers=none, which is not understood'],
    ['exclude=2026-01-05', 'exclude=2026-01-05, which is not understood'],
    ['exclude=2026-01-05T12:00Z..2026-01-05T10:00Z', 'which is ignored: invalid exclusions'],
    ['limitmin=2&limitmax=1', 'says what is ignored: invalid limitMin: 2 (expected at most limitMax = 1)'],
    ['v=2', 'made by another version of Foreband (v=2)'],
  ])('takes the default for %s, and says so', (text, notice) => {
    const { state, notices } = readAddress(`?${text}`);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(notice);
    expect({ ...state, source: startState.source }).toEqual(startState);
  });

  it('keeps what is right beside what is wrong', () => {
    const { state } = readAddress('?threshold=3&growth=cubic&n=2');
    expect(state.settings).toEqual({ thresholdMultiplier: 3, n: 2 });
  });

  it('gives a state that can be written again for any text', () => {
    const keys = fc.constantFrom(
      'source',
      'from',
      'to',
      'exclude',
      'threshold',
      'window',
      'file',
      'print',
      'v',
      'series',
      'n',
    );
    const pair = fc.tuple(keys, fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), fc.string({ maxLength: 30 }), (pairs, rest) => {
        const text = `?${new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()}&${rest}`;
        const { state } = readAddress(text);
        expect(readAddress(search(state)).state).toEqual(state);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
