import { loadProphet, type Model, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { handmadeModel } from './handmadeModel.js';
import { itWithReference, readReference } from './reference.js';

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const days = (n: number) => Array.from({ length: n }, (_, i) => START + i * DAY_MS);
const wavy = (i: number) => 3 + 0.1 * i + Math.sin(i) + Math.cos(i * i);

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

describe('fit(history, { scaling }).scaling', () => {
  const history = { time: days(4), y: [-12, 3, 8, 4] };

  it('divides y by its largest size, by default', () => {
    expect(prophet.fit(history).scaling).toMatchObject({ yScale: 12, yMin: 0 });
  });

  it('takes y from its smallest to its largest value with minmax', () => {
    expect(prophet.fit(history, { scaling: 'minmax' }).scaling).toMatchObject({ yScale: 20, yMin: -12 });
  });

  it('takes time from the first to the last row that has a value', () => {
    const model = prophet.fit({ time: days(6), y: [NaN, 1, 2, 4, 3, NaN] });
    expect(model.scaling).toMatchObject({ timeStart: START + DAY_MS, timeScaleMs: 3 * DAY_MS });
    expect(model.history).toEqual({ start: START + DAY_MS, end: START + 4 * DAY_MS, count: 4 });
  });

  it.each([1e-6, 1e6])('makes the parameters independent of the unit of y: %d', (unit) => {
    const time = days(60);
    const plain = prophet.fit({ time, y: time.map((_, i) => wavy(i)) }).params;
    const scaled = prophet.fit({ time, y: time.map((_, i) => wavy(i) * unit) }).params;
    for (const name of ['k', 'm', 'sigmaObs'] as const) {
      expect(scaled[name]).toBeCloseTo(plain[name], 8);
    }
  });

  it('makes the parameters independent of where y starts, with minmax', () => {
    const time = days(60);
    const plain = prophet.fit({ time, y: time.map((_, i) => wavy(i)) }, { scaling: 'minmax' });
    const raised = prophet.fit({ time, y: time.map((_, i) => wavy(i) + 500) }, { scaling: 'minmax' });
    for (const name of ['k', 'm', 'sigmaObs'] as const) {
      expect(raised.params[name]).toBeCloseTo(plain.params[name], 8);
    }
    expect(raised.scaling.yMin - plain.scaling.yMin).toBeCloseTo(500, 9);
  });

  it('is undone by predict', () => {
    const model = handmadeModel({ params: { k: 1, m: 0.25 } });
    const scaled: Model = { ...model, scaling: { yScale: 8, yMin: 100, timeStart: 1000, timeScaleMs: 10 } };
    expect(Array.from(prophet.predict(scaled, [990, 1000, 1005, 1010]).yhat)).toEqual([94, 102, 106, 110]);
  });
});

describe('fit(history, options).params.tChange', () => {
  // Upstream's own figures for the first 255 rows of data.csv.
  itWithReference.each<readonly [ProphetOptions, readonly number[], readonly number[]]>([
    [{}, [0.03504043, 0.06738544, 0.09433962, 0.12938005], [0.77358491, 0.80592992]],
    [{ changepointRange: 0.4 }, [0.01617251, 0.03504043, 0.05121294], [0.37735849, 0.393531]],
  ])('has upstream’s 25 times on 255 business days with %j', (options, first, last) => {
    const { time, y } = readReference('prophet/data.csv');
    const history = { time: Array.from(time).slice(0, 255), y: Array.from(y).slice(0, 255) };
    const { tChange } = prophet.fit(history, options).params;
    expect(tChange).toHaveLength(25);
    first.forEach((value, i) => expect(tChange[i]).toBeCloseTo(value, 7));
    last.forEach((value, i) => expect(tChange.slice(-last.length)[i]).toBeCloseTo(value, 7));
  });

  it('counts rows, not time: a gap moves the changepoints with the rows', () => {
    const time = days(10).map((at, i) => (i < 5 ? at : at + 90 * DAY_MS));
    const { tChange } = prophet.fit({ time, y: time.map((_, i) => (i * i) % 7) }, { nChangepoints: 7 }).params;
    [1, 2, 3, 4, 95, 96, 97].forEach((day, i) => expect(tChange[i]).toBeCloseTo(day / 99, 12));
  });
});

describe('fit of a constant series', () => {
  it.each([
    { value: 0, scaling: 'absmax', yScale: 1, m: 0 },
    { value: 20, scaling: 'absmax', yScale: 20, m: 1 },
    { value: -20, scaling: 'absmax', yScale: 20, m: -1 },
    { value: 0, scaling: 'minmax', yScale: 1, m: 0 },
    { value: 20, scaling: 'minmax', yScale: 1, m: 0 },
  ] as const)(
    'of $value, scaled by $scaling, has offset $m and repeats it in both growths',
    ({ value, scaling, yScale, m }) => {
      const time = days(40);
      for (const growth of ['linear', 'flat'] as const) {
        const model = prophet.fit({ time, y: time.map(() => value) }, { scaling, growth });
        expect(model.scaling.yScale).toBe(yScale);
        expect(model.params).toMatchObject({ k: 0, m, sigmaObs: 1e-9 });
        expect(new Set(prophet.predict(model, [...time, START + 100 * DAY_MS]).yhat)).toEqual(new Set([value]));
      }
    },
  );

  it('is still a model with its seasonalities and changepoints, all zero', () => {
    const model = prophet.fit({ time: days(40), y: new Array<number>(40).fill(7) });
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['weekly']);
    expect(model.params.beta).toEqual(new Array(6).fill(0));
    expect(model.params.delta).toEqual(new Array(25).fill(0));
  });
});
