import { loadProphet, type Model, type Prophet } from 'prophet-wasm';

import { drawError, massBySeries, type ErrorLaw } from './errorLaw.js';
import { handmadeModel } from './handmadeModel.js';
import { createRandom } from './random.js';

const PATHS = 400_000;

/** A model whose interval follows the given law; one unit of time is the length of its history. */
function modelOf({ sigma, changeScale, changeRate }: ErrorLaw): Model {
  const size = changeScale - 1e-8;
  const delta = Array.from({ length: changeRate }, (_, j) => (j % 2 === 0 ? size : -size));
  const tChange = delta.map((_, j) => (j + 1) / (changeRate + 1));
  return handmadeModel({ params: { sigmaObs: sigma, delta, tChange } });
}

const halfWidth = (prophet: Prophet, law: ErrorLaw, h: number, intervalWidth: number) => {
  const { yhat, yhatUpper } = prophet.predict(modelOf(law), [1 + h], { intervalWidth });
  return yhatUpper[0] - yhat[0];
};

const laws: readonly (readonly [string, ErrorLaw])[] = [
  ['noise and trend of one size', { sigma: 0.02, changeScale: 0.1, changeRate: 25 }],
  ['much noise', { sigma: 0.5, changeScale: 0.05, changeRate: 25 }],
  ['hardly any noise', { sigma: 1e-4, changeScale: 0.3, changeRate: 25 }],
  ['few changes', { sigma: 0.01, changeScale: 0.2, changeRate: 3 }],
  ['one change', { sigma: 0.003, changeScale: 1, changeRate: 1 }],
  ['hundreds of changes', { sigma: 0.05, changeScale: 0.02, changeRate: 300 }],
  ['a trend that hardly changes', { sigma: 0.1, changeScale: 1e-6, changeRate: 25 }],
];

describe('predict(model, time, { intervalWidth })', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each([
    [0.5, 0.6744897501960817],
    [0.8, 1.2815515655446004],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489004],
  ])('gives all of the history the normal interval: width %d is %d sigma', (intervalWidth, z) => {
    const { yhatLower, yhatUpper } = prophet.predict(modelOf(laws[0][1]), [0, 0.5, 1], { intervalWidth });
    yhatLower.forEach((lower, i) => {
      const middle = (lower + yhatUpper[i]) / 2;
      expect((yhatUpper[i] - middle) / 0.02).toBeCloseTo(z, 9);
    });
  });

  it('uses the model’s width unless told otherwise', () => {
    const model = modelOf(laws[0][1]);
    expect(prophet.predict(model, [1.2]).yhatUpper).toEqual(
      prophet.predict(model, [1.2], { intervalWidth: 0.8 }).yhatUpper,
    );
  });

  it.each(laws)(
    'holds its share of 400,000 simulated paths, with %s',
    (_, law) => {
      const random = createRandom(1);
      for (const h of [0.05, 0.4]) {
        const errors = Float64Array.from({ length: PATHS }, () => Math.abs(drawError(random, law, h)));
        for (const width of [0.8, 0.95]) {
          const bound = halfWidth(prophet, law, h, width);
          const share = errors.reduce((count, error) => count + (error <= bound ? 1 : 0), 0) / PATHS;
          const deviation = Math.sqrt((width * (1 - width)) / PATHS);
          expect(Math.abs(share - width)).toBeLessThan(4 * deviation);
        }
      }
    },
    120_000,
  );

  it.each(laws)(
    'is exact to 0.1 % of the interval at every horizon, with %s',
    (_, law) => {
      for (let h = 0.0007; h < 3; h *= 1.9) {
        const mass = massBySeries(law, h);
        for (const width of [0.5, 0.8, 0.95, 0.99, 0.999]) {
          const bound = halfWidth(prophet, law, h, width);
          expect(mass(bound * (1 - 1e-3))).toBeLessThan(width);
          expect(mass(bound * (1 + 1e-3))).toBeGreaterThan(width);
        }
      }
    },
    120_000,
  );

  const bentLaws = [
    ...laws.map(([name, law]) => [name, law, -0.7] as const),
    ...[1.5, 0.2].map((factor) => [...laws[0], factor] as const),
  ];

  it.each(bentLaws)(
    'is as exact where multiplicative terms change what the trend counts for, with %s',
    (_, law, factor) => {
      const everywhere = { name: 'share', periodMs: 1e15, fourierOrder: 1, priorScale: 10, conditionName: null };
      const plain = modelOf(law);
      const model = {
        ...plain,
        params: { ...plain.params, beta: [0, factor - 1] },
        seasonalities: [{ ...everywhere, mode: 'multiplicative' as const }],
      };
      const scaled = { ...law, changeScale: law.changeScale * Math.abs(factor) };
      for (let h = 0.003; h < 3; h *= 1.9) {
        const mass = massBySeries(scaled, h);
        for (const intervalWidth of [0.8, 0.95, 0.99]) {
          const { yhat, yhatUpper } = prophet.predict(model, [1 + h], { intervalWidth });
          const bound = yhatUpper[0] - yhat[0];
          expect(mass(bound * (1 - 1e-3))).toBeLessThan(intervalWidth);
          expect(mass(bound * (1 + 1e-3))).toBeGreaterThan(intervalWidth);
        }
      }
    },
    120_000,
  );

  it('stays exact where noise is a million times smaller than the trend’s spread', () => {
    // The probability that no change comes, exp(-c), passes the width at c = 0.2231: below, only noise is left inside.
    const law = { sigma: 1e-6, changeScale: 1, changeRate: 25 };
    const before = halfWidth(prophet, law, 0.2 / 25, 0.8);
    const after = halfWidth(prophet, law, 0.3 / 25, 0.8);
    expect(before).toBeLessThan(1e-5);
    expect(after).toBeGreaterThan(1e-4);
  });

  it.each([1e-3, 1e-4, 1e-6])('holds a share of %d, as narrow as that is', (intervalWidth) => {
    for (const [, law] of laws.slice(0, 2)) {
      for (const h of [0.01, 0.3, 2]) {
        const bound = halfWidth(prophet, law, h, intervalWidth);
        expect(massBySeries(law, h)(bound) / intervalWidth).toBeCloseTo(1, 2);
      }
    }
  });

  it('is as quick about a hair’s breadth of a constant series', () => {
    const model = prophet.fit({ start: 0, stepMs: 3_600_000, y: new Float64Array(500).fill(3) });
    const rows = { start: 500 * 3_600_000, stepMs: 3_600_000, count: 800 };
    const [narrow, hair] = [1e-3, 1e-9].map((intervalWidth) => prophet.predict(model, rows, { intervalWidth }));
    expect(hair.yhatUpper[799] - 3).toBeLessThanOrEqual(narrow.yhatUpper[799] - 3);
    expect(hair.yhatUpper[799]).toBeGreaterThanOrEqual(3);
  });

  it.each([1e3, 1e6, 1e9])('keeps to floor and cap of logistic growth %d histories ahead', (h) => {
    const delta = [0.5, -0.5];
    const params = { k: 1, m: 0.5, delta, tChange: [0.3, 0.6], sigmaObs: 0.01 };
    const model = handmadeModel({ growth: 'logistic', params });
    const { yhatLower, yhatUpper } = prophet.predict(model, { time: [1 + h], cap: 1 }, { intervalWidth: 0.95 });
    // By then the exponent is as likely far up as far down: the trend is at 0 or at 1, and 5 % of either is beyond 1.645 sigma.
    expect(yhatLower[0]).toBeCloseTo(-0.016449, 3);
    expect(yhatUpper[0]).toBeCloseTo(1.016449, 3);
  });

  it('widens with the horizon, never narrows', () => {
    const model = modelOf(laws[2][1]);
    const time = Array.from({ length: 2000 }, (_, i) => 1 + i / 500);
    const { yhat, yhatUpper } = prophet.predict(model, time, { intervalWidth: 0.95 });
    const widths = Array.from(yhatUpper, (upper, i) => upper - yhat[i]);
    const narrower = widths.filter((width, i) => i > 0 && width < widths[i - 1] * (1 - 1e-3));
    expect(narrower).toEqual([]);
  });

  it('does not depend on which other rows are asked for, nor on their order', () => {
    const model = modelOf(laws[0][1]);
    const time = Array.from({ length: 300 }, (_, i) => 0.9 + 0.004 * ((i * 97) % 300));
    const together = prophet.predict(model, time);
    time.forEach((at, i) => {
      const alone = prophet.predict(model, [at]);
      expect([alone.yhat[0], alone.yhatLower[0], alone.yhatUpper[0]]).toEqual([
        together.yhat[i],
        together.yhatLower[i],
        together.yhatUpper[i],
      ]);
    });
  });

  it('has no trend uncertainty with flat growth', () => {
    const model = handmadeModel({ growth: 'flat', params: { m: 2, sigmaObs: 0.1 } });
    const { yhatUpper } = prophet.predict(model, [0.5, 1.5, 100]);
    expect(new Set(yhatUpper).size).toBe(1);
  });
});
