import { loadProphet, type Prophet } from 'prophet-wasm';

const DAY_MS = 86_400_000;
const days = (n: number) => Array.from({ length: n }, (_, i) => Date.UTC(2024, 0, 1) + i * DAY_MS);

describe('the fit of a constant series', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each([
    { value: 0, scaling: 'absmax', yScale: 1, m: 0 },
    { value: 20, scaling: 'absmax', yScale: 20, m: 1 },
    { value: -20, scaling: 'absmax', yScale: 20, m: -1 },
    { value: 0.1, scaling: 'absmax', yScale: 0.1, m: 1 },
    { value: 0, scaling: 'minmax', yScale: 1, m: 0 },
    { value: 20, scaling: 'minmax', yScale: 1, m: 0 },
  ] as const)(
    'of $value, scaled by $scaling, has offset $m and repeats the value in both growths, with next to no interval',
    ({ value, scaling, yScale, m }) => {
      const time = days(40);
      for (const growth of ['linear', 'flat'] as const) {
        const model = prophet.fit({ time, y: time.map(() => value) }, { scaling, growth });
        expect(model.fit.status).toBe('constant');
        expect(model.scaling.yScale).toBe(yScale);
        expect(model.params).toMatchObject({ k: 0, m, sigmaObs: 1e-9 });
        const { yhat, yhatUpper } = prophet.predict(model, days(100));
        expect(new Set(yhat)).toEqual(new Set([value]));
        expect(yhatUpper[0] - value).toBeLessThan(2e-9 * yScale);
      }
    },
  );

  it('keeps its seasonalities and changepoints, all zero', () => {
    const model = prophet.fit({ time: days(40), y: new Array<number>(40).fill(7) });
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['weekly']);
    expect(model.params.beta).toEqual(new Array(6).fill(0));
    expect(model.params.delta).toEqual(new Array(25).fill(0));
  });
});
