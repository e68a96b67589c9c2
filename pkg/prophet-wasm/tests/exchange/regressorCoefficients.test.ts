import { loadProphet, regressorCoefficients, type Prophet } from 'prophet-wasm';

import { createRandom } from '../random.js';
import { syntheticHistory } from '../synthetic.js';
import { pythonCase, readCase } from './pythonModels.js';

describe('regressorCoefficients(model)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('lists what Prophet’s own table of a model lists', () => {
    const given = pythonCase('regressors');
    const found = regressorCoefficients(readCase(given).model);
    expect(found.map(({ regressor, mode }) => [regressor, mode])).toEqual([
      ['price', 'additive'],
      ['promo', 'additive'],
      ['rain', 'multiplicative'],
      ['always', 'additive'],
    ]);
    given.coefficients?.forEach(({ regressor, regressor_mode, center, coef }, i) => {
      expect(found[i]).toMatchObject({ regressor, mode: regressor_mode, center });
      expect(found[i].coef).toBeCloseTo(coef, 12);
    });
  });

  it('gives the effect of one unit: the component is coef (x - center)', () => {
    const random = createRandom(3);
    const { time, y } = syntheticHistory();
    const draw = (scale: number) => Array.from(y, () => 5 + scale * random.normal());
    const regressors = { wide: draw(100), narrow: draw(0.01), flag: draw(1).map((x) => (x > 5 ? 1 : 0)) };
    const model = prophet.fit(
      { time, y, regressors },
      {
        scaling: 'minmax',
        regressors: [{ name: 'wide' }, { name: 'narrow', mode: 'multiplicative' }, { name: 'flag' }],
      },
    );
    const { components } = prophet.predict(model, { time, regressors });
    const found = regressorCoefficients(model);
    expect(found.map(({ regressor }) => regressor)).toEqual(['wide', 'narrow', 'flag']);
    expect(found[2].center).toBe(0);
    for (const { regressor, center, coef } of found) {
      const column =
        regressor === 'wide' ? regressors.wide : regressor === 'flag' ? regressors.flag : regressors.narrow;
      components[regressor].forEach((value, i) => expect(value).toBeCloseTo(coef * (column[i] - center), 10));
    }
  });

  it('finds an effect that is there, in the unit of the data', () => {
    const { time, y } = syntheticHistory();
    const users = Array.from(y, (_, i) => 1000 + 50 * Math.sin(i * i));
    const model = prophet.fit(
      { time, y: Array.from(y, (value, i) => value + 0.2 * users[i]), regressors: { users } },
      { regressors: [{ name: 'users' }] },
    );
    const [{ coef, center }] = regressorCoefficients(model);
    expect(coef).toBeCloseTo(0.2, 2);
    expect(center).toBeCloseTo(users.reduce((sum, value) => sum + value, 0) / users.length, 9);
  });

  it('lists none of a model without regressors', () => {
    expect(regressorCoefficients(prophet.fit(syntheticHistory()))).toEqual([]);
  });
});
