import { loadProphet, type Model, type Prophet } from 'prophet-wasm';

import { drawAwkwardSeries } from './awkwardSeries.js';
import { createRandom } from './random.js';
import { infinity, untruth } from './truth.js';

/** PROPHET_FUZZ_RUNS=10000 asks for more. */
const RUNS = Number(process.env.PROPHET_FUZZ_RUNS ?? 200);

describe('fit(history, options)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet({ backend: 'wasm' });
  });

  it(`says truthfully what its result is, in every growth and mode, on ${RUNS} awkward series`, () => {
    const random = createRandom(20_240_301);
    const counts: Record<Model['fit']['status'], number> = {
      certified: 0,
      rounding: 0,
      constant: 0,
      interpolating: 0,
      unsettled: 0,
      imported: 0,
    };
    const lies: string[] = [];
    for (let i = 0; i < RUNS; i++) {
      const series = drawAwkwardSeries(random);
      const model = prophet.fit(series.regular ?? series.history, series.options);
      counts[model.fit.status]++;
      const lie = untruth(series, model) ?? infinity(prophet, series, model);
      if (lie !== undefined) {
        lies.push(`${i}: ${series.description}: ${lie}`);
      }
    }
    if (process.env.PROPHET_FUZZ_RUNS !== undefined) {
      process.stdout.write(`${JSON.stringify(counts)}\n`);
    }
    expect(lies).toEqual([]);
    expect(Math.min(counts.rounding, counts.constant, counts.interpolating)).toBeGreaterThan(RUNS / 100);
    expect(counts.certified).toBeGreaterThan(0.6 * RUNS);
    expect(counts.unsettled).toBeLessThan(0.04 * RUNS);
    expect(counts.imported).toBe(0);
  }, 3_600_000);
});
