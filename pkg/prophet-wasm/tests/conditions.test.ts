import { loadProphet, type Prophet } from 'prophet-wasm';

import { businessDays, priceAt } from './businessDays.js';
import { featureMatrix, total } from './featureMatrix.js';

const DAY_MS = 86_400_000;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const time = businessDays(510);
const holds = time.map((_, i) => i >= 255);
const history = { time, y: time.map((_, i) => priceAt(i)), conditions: { late: holds } };
const options = {
  weeklySeasonality: false,
  yearlySeasonality: false,
  seasonalities: [{ name: 'weekly late', periodMs: 7 * DAY_MS, fourierOrder: 3, conditionName: 'late' }],
};

describe('a seasonality with a condition', () => {
  it('holds in exactly the rows where the condition is true', () => {
    const model = prophet.fit(history, options);
    const matrix = featureMatrix(prophet, model, history);
    expect(matrix).toHaveLength(6);
    time.forEach((_, row) => expect(matrix.some((column) => column[row] !== 0)).toBe(holds[row]));
  });

  it('takes 1 and 0 for true and false', () => {
    const numbers = { ...history, conditions: { late: holds.map(Number) } };
    expect(prophet.fit(numbers, options)).toEqual(prophet.fit(history, options));
  });

  it('follows the condition of the rows that are forecast', () => {
    const model = prophet.fit(history, options);
    const future = [700, 701, 702, 703].map((day) => time[0] + day * DAY_MS);
    const { components } = prophet.predict(model, { time: future, conditions: { late: [true, false, true, false] } });
    expect(Array.from(components['weekly late'], (value) => value !== 0)).toEqual([true, false, true, false]);
  });

  it('gives each part of the week a shape of its own', () => {
    const hours = Array.from({ length: 28 * 24 }, (_, i) => Date.UTC(2024, 0, 1) + i * 3_600_000);
    const isWeekend = hours.map((at) => new Date(at).getUTCDay() % 6 === 0);
    const phase = (at: number) => Math.sin((2 * Math.PI * at) / DAY_MS);
    const y = hours.map((at, i) => 20 + (isWeekend[i] ? 1 : 6) * phase(at) + 0.2 * (((7919 * i) % 1009) / 1009 - 0.5));
    const daily = { periodMs: DAY_MS, fourierOrder: 4 };
    const model = prophet.fit(
      { time: hours, y, conditions: { weekend: isWeekend, workday: isWeekend.map((is) => !is) } },
      {
        dailySeasonality: false,
        weeklySeasonality: false,
        seasonalities: [
          { name: 'weekend', ...daily, conditionName: 'weekend' },
          { name: 'workday', ...daily, conditionName: 'workday' },
        ],
      },
    );
    const at = { time: [hours[6], hours[6]], conditions: { weekend: [true, false], workday: [false, true] } };
    const { additiveTerms } = prophet.predict(model, at);
    expect(additiveTerms[0]).toBeCloseTo(1, 0);
    expect(additiveTerms[1]).toBeCloseTo(6, 0);
  });

  it('needs no condition where y is missing', () => {
    const y = history.y.map((value, i) => (i % 7 === 3 ? NaN : value));
    const late = holds.map((value, i) => (i % 7 === 3 ? NaN : Number(value)));
    const model = prophet.fit({ time, y, conditions: { late } }, options);
    expect(model).toEqual(prophet.fit({ time, y, conditions: { late: holds } }, options));
    expect(total(featureMatrix(prophet, model, history)[0])).not.toBe(0);
  });

  it('refuses to be fitted or forecast without its column', () => {
    const message = 'invalid conditions.late: undefined (expected a column with one value for each row)';
    expect(() => prophet.fit({ ...history, conditions: {} }, options)).toThrow(message);
    expect(() => prophet.predict(prophet.fit(history, options), time)).toThrow(message);
  });

  it('refuses a value that is neither true nor false', () => {
    const late = holds.map((value, i) => (i === 4 ? 2 : Number(value)));
    expect(() => prophet.fit({ ...history, conditions: { late } }, options)).toThrow(
      'invalid conditions.late[4]: 2 (expected true or false)',
    );
  });
});
