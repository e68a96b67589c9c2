import type { DemoSeries } from './demoSeries';
import { evaluateExpression } from './evaluateExpression';

/** A counter that grows by `perSecond` and a gauge, on two hosts. */
const series: readonly DemoSeries[] = [
  ['a', 1],
  ['b', 3],
].flatMap(([instance, perSecond]) => [
  ...['0', '1'].map((cpu) => ({
    labels: { __name__: 'seconds_total', instance: String(instance), cpu },
    valueAt: (time: number) => (time < 0 ? NaN : Number(perSecond) * (Number(cpu) + 1) * (time / 1000)),
  })),
  { labels: { __name__: 'free', instance: String(instance) }, valueAt: () => 2 * Number(perSecond) },
  { labels: { __name__: 'size', instance: String(instance) }, valueAt: () => 8 },
]);
const times = Float64Array.of(0, 60_000, 120_000);
const evaluate = (expression: string) =>
  evaluateExpression(expression, { series, times }).map(({ labels, values }) => [labels, [...values]]);

describe('evaluateExpression(text, { series, times })', () => {
  it.each([
    ['free{instance="a"}', [[{ __name__: 'free', instance: 'a' }, [2, 2, 2]]]],
    ['{__name__=~"fr.*", instance!="a"}', [[{ __name__: 'free', instance: 'b' }, [6, 6, 6]]]],
    ['size{instance=~"a", missing=""}', [[{ __name__: 'size', instance: 'a' }, [8, 8, 8]]]],
    ['1 - free{instance="a"} / size', [[{ instance: 'a' }, [0.75, 0.75, 0.75]]]],
    ['rate(seconds_total{cpu="0",instance="a"}[1m])', [[{ instance: 'a', cpu: '0' }, [NaN, 1, 1]]]],
    ['increase(seconds_total{cpu="1",instance="b"}[1m])', [[{ instance: 'b', cpu: '1' }, [NaN, 360, 360]]]],
    [
      'sum by (instance) (rate(seconds_total[1m])) * 2',
      [
        [{ instance: 'a' }, [NaN, 6, 6]],
        [{ instance: 'b' }, [NaN, 18, 18]],
      ],
    ],
    [
      'count by (__name__) ({__name__=~"free|size"})',
      [
        [{ __name__: 'free' }, [2, 2, 2]],
        [{ __name__: 'size' }, [2, 2, 2]],
      ],
    ],
    ['-max(free)', [[{}, [-6, -6, -6]]]],
    ['unknown', []],
  ])('computes %s as Prometheus does', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  it.each(['histogram_quantile(0.9, free)', 'free offset 1m', 'sum without (cpu) (free)', 'free > 1', 'rate(free)'])(
    'refuses %s, which it does not know, and says what to do',
    (expression) => {
      expect(() => evaluate(expression)).toThrow(/the demo cannot compute .*Start a Prometheus/);
    },
  );

  it('refuses what is no PromQL', () => {
    expect(() => evaluate('1 - free{')).toThrow('invalid expression: no PromQL at the end');
  });
});
