import { loadProphet, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { createRandom } from '../random.js';
import { START, syntheticHistory } from '../synthetic.js';

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const HOUR_MS = 3_600_000;

/** Five hosts: the synthetic series with other levels and noise; the third lacks two samples. */
function fleet(): Float64Array[] {
  const random = createRandom(8);
  const { y } = syntheticHistory();
  return [1, 2, 0.1, 7, 3].map((scale, host) =>
    Float64Array.from(y, (value, i) => (host === 2 && i % 200 === 9 ? NaN : scale * (value + random.normal()))),
  );
}

describe('fitMany({ ys })', () => {
  const options: ProphetOptions = { changepointPriorScale: 0.1 };

  it('gives every regular series its own fit', () => {
    const ys = fleet();
    const models = prophet.fitMany({ start: START, stepMs: HOUR_MS, ys }, options);
    models.forEach((model, i) => {
      expect(model).toEqual(prophet.fit({ start: START, stepMs: HOUR_MS, y: ys[i] }, options));
    });
  });

  it('gives every series on uneven times its own fit, to rounding', () => {
    const ys = fleet();
    const time = Array.from(syntheticHistory().time, (at, i) => at + ((i * 37) % 50) * 1000);
    prophet.fitMany({ time, ys }, options).forEach((model, i) => {
      const alone = prophet.fit({ time, y: ys[i] }, options);
      expect(model.history).toEqual(alone.history);
      expect(model.fit.status).toBe('certified');
      expect(model.fit.logPosterior).toBeCloseTo(alone.fit.logPosterior, 8);
      model.params.delta.forEach((delta, j) => expect(delta).toBeCloseTo(alone.params.delta[j], 9));
    });
  });

  it('shares further inputs', () => {
    const ys = fleet();
    const time = syntheticHistory().time;
    const load = ys[0].map((_, i) => i % 5);
    const regressors = [{ name: 'load' }];
    prophet.fitMany({ time, ys, regressors: { load } }, { regressors }).forEach((model, i) => {
      const alone = prophet.fit({ time, y: ys[i], regressors: { load } }, { regressors });
      model.params.beta.forEach((beta, j) => expect(beta).toBeCloseTo(alone.params.beta[j], 9));
    });
  });

  it('is nothing for no series, and names a series that cannot be fitted', () => {
    expect(prophet.fitMany({ start: 0, stepMs: 1, ys: [] })).toEqual([]);
    expect(() =>
      prophet.fitMany({
        start: 0,
        stepMs: 1,
        ys: [
          [1, 2],
          [NaN, NaN],
        ],
      }),
    ).toThrow('series 1: invalid history: ');
    expect(() => prophet.fitMany(JSON.parse('{ "start": 0, "stepMs": 1 }'))).toThrow('invalid ys: undefined');
  });
});
