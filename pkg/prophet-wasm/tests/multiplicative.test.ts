import { loadProphet } from 'prophet-wasm';

import { createRandom } from './random.js';
import { drawShortSeries } from './shortSeries.js';

describe('fit(history, { seasonalityMode: multiplicative })', () => {
  // What Prophet's own Stan program reaches, rounded down; from Prophet's start alone a fit ended 34 to 109 lower.
  it.each([
    [42, 216.5],
    [49, 210.5],
    [253, 223.2],
  ])('takes the best of several optima of a history without a whole week, seed %i', async (seed, reached) => {
    const prophet = await loadProphet();
    const { history, options } = drawShortSeries(createRandom(seed), 'hourly, weekly forced', seed);
    const { fit } = prophet.fit(history, options);
    expect(fit.status).toBe('certified');
    expect(fit.logPosterior).toBeGreaterThan(reached);
  });

  it('takes a prior that allows no change for no excuse to stop at once', async () => {
    const prophet = await loadProphet();
    const random = createRandom(8);
    const y = Float64Array.from({ length: 300 }, (_, i) => 10 + i / 50 + random.normal());
    const [hardly, none] = [1e-4, 1e-50].map((changepointPriorScale) =>
      prophet.fit({ start: 0, stepMs: 3_600_000, y }, { seasonalityMode: 'multiplicative', changepointPriorScale }),
    );
    expect(none.fit.status).toBe('certified');
    expect(none.fit.logPosterior).toBeCloseTo(hardly.fit.logPosterior, 3);
  });

  it('ends with what it has reached where the optimum is too far to reach, the same on every backend', async () => {
    const random = createRandom(5);
    const y = Float64Array.from({ length: 1000 }, () => random.normal());
    const [one, other] = await Promise.all(
      (['wasm', 'javascript'] as const).map(async (backend) =>
        (await loadProphet({ backend })).fit(
          { start: Date.UTC(2024, 0, 1), stepMs: 3_600_000, y },
          {
            seasonalityMode: 'multiplicative',
            weeklySeasonality: 50,
            holidays: [{ name: 'day', day: '2024-01-20' }],
          },
        ),
      ),
    );
    expect(one).toEqual(other);
    expect(one.fit.status).toBe('unsettled');
    expect(one.fit.kkt).toBeGreaterThan(1e-6 / 0.05);
    expect(one.params.sigmaObs).toBeLessThan(0.3);
  });
});
