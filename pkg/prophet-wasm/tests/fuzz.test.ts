import { loadProphet, type Model, type Prophet } from 'prophet-wasm';

import { drawAwkwardSeries, type AwkwardSeries } from './awkwardSeries.js';
import { conditions, createDesign, residuals } from './posterior.js';
import { createRandom } from './random.js';

/** Why a model's status is not the truth; undefined when it is. */
function untruth({ history }: AwkwardSeries, model: Model): string | undefined {
  const { status, kkt } = model.fit;
  const { sigmaObs } = model.params;
  const tolerance = 1e-6 / model.options.changepointPriorScale;
  const present = Array.from(history.y).filter((y) => !Number.isNaN(y));
  if (present.every((y) => y === present[0]) !== (status === 'constant')) {
    return `${status}, and that is not so`;
  }
  switch (status) {
    case 'constant':
      return sigmaObs === 1e-9 ? undefined : `constant with sigma ${sigmaObs}`;
    case 'certified':
      return kkt <= tolerance ? brokenCondition(history, model, tolerance) : `certified with kkt ${kkt}`;
    case 'rounding':
      return sigmaObs < 1e-3 ? brokenCondition(history, model, tolerance) : `rounding with sigma ${sigmaObs}`;
    case 'interpolating':
      return missedRow(history, model);
    case 'imported':
      return 'imported, though it was fitted here';
  }
}

/** Every condition, recomputed from the rows, must hold to the tolerance and what rounding may do to it. */
function brokenCondition(history: AwkwardSeries['history'], model: Model, tolerance: number): string | undefined {
  const broken = conditions(createDesign(history, model), model.params).find(
    ({ residual, rounding }) => !(residual <= tolerance + 16 * rounding),
  );
  return broken && `${model.fit.status}, but ${broken.name} is off by ${broken.residual}`;
}

/** A model that interpolates has sigma at its floor, and leaves no residuals but what rounding and dependent columns cost. */
function missedRow(history: AwkwardSeries['history'], model: Model): string | undefined {
  const design = createDesign(history, model);
  const rss = residuals(design, model.params).reduce((sum, r) => sum + r * r, 0);
  const rms = Math.sqrt(rss / design.n);
  return model.params.sigmaObs === 1e-9 && rms < 1e-6 ? undefined : `interpolating with residuals of ${rms}`;
}

describe('fit(history, options)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet({ backend: 'wasm' });
  });

  it('says truthfully what its result is, on 3,000 awkward series', () => {
    const random = createRandom(20_240_301);
    const counts = { certified: 0, rounding: 0, constant: 0, interpolating: 0, imported: 0 };
    const lies: string[] = [];
    for (let i = 0; i < 3000; i++) {
      const series = drawAwkwardSeries(random);
      const model = prophet.fit(series.history, series.options);
      counts[model.fit.status]++;
      const lie = untruth(series, model);
      if (lie !== undefined) {
        lies.push(`${i}: ${series.description}: ${lie}`);
      }
    }
    expect(lies).toEqual([]);
    const { imported, ...reached } = counts;
    expect(imported).toBe(0);
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(100);
  }, 240_000);
});
