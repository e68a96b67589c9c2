import { loadProphet, type Prophet } from 'prophet-wasm';

const HOUR_MS = 3_600_000;
const time = Array.from({ length: 100 }, (_, i) => Date.UTC(2024, 0, 1) + i * HOUR_MS);
const y = time.map((_, i) => 5 + Math.sin(i / 4) + Math.cos(i * i));

describe('fit(history, options) with input as it comes from outside', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each([
    [
      'no rows',
      '{ "time": [], "y": [] }',
      'invalid history: 0 (expected at least 2 rows with a value; ask for a longer',
    ],
    [
      'null for a value',
      '{ "time": [0, 1], "y": [1, null] }',
      'invalid y of row 1: null (expected a finite number, or NaN',
    ],
    ['a value that is text', '{ "time": [0, 1], "y": [1, "2"] }', 'invalid y of row 1: "2" (expected a finite number'],
    [
      'a time that is text',
      '{ "time": [0, "2024-01-01"], "y": [1, 2] }',
      'invalid time of row 1: "2024-01-01" (expected',
    ],
  ])('refuses %s', (_, history, message) => {
    expect(() => prophet.fit(JSON.parse(history))).toThrow(message);
  });

  it.each(['nan', 'infinite'])('refuses a %s prior scale', (kind) => {
    const changepointPriorScale = kind === 'nan' ? NaN : Infinity;
    expect(() => prophet.fit({ time, y }, { changepointPriorScale })).toThrow(
      `invalid changepointPriorScale: ${changepointPriorScale} (expected a number above 0)`,
    );
  });

  it('does not look at the time of the smallest or largest row alone: one bad time among many is named', () => {
    const broken = time.map((at, i) => (i === 57 ? NaN : at));
    expect(() => prophet.fit({ time: broken, y })).toThrow('invalid time of row 57: NaN');
  });

  it('keeps rows of one time in their given order', () => {
    const pair = { time: [0, HOUR_MS, HOUR_MS, 2 * HOUR_MS], y: [1, 2, 5, 4] };
    const late = { time: [HOUR_MS, 2 * HOUR_MS, HOUR_MS, 0], y: [2, 4, 5, 1] };
    expect(prophet.fit(late)).toEqual(prophet.fit(pair));
  });

  it('leaves no trace in the next fit, not even after an error', () => {
    const alone = prophet.fit({ time, y });
    prophet.fit({ time: time.slice(0, 50), y: y.slice(50) }, { dailySeasonality: 9 });
    expect(() => prophet.fit({ time, y }, { changepoints: [0] })).toThrow(RangeError);
    expect(prophet.fit({ time, y })).toEqual(alone);
  });

  it('gives any subset of rows, in any order, every column as with all rows', () => {
    const model = prophet.fit({ time, y });
    const asked = Array.from({ length: 150 }, (_, i) => time[0] + i * HOUR_MS);
    const all = prophet.predict(model, asked);
    const rows = [149, 3, 120, 99, 100, 0, 101];
    const some = prophet.predict(
      model,
      rows.map((row) => asked[row]),
    );
    const columns = ['time', 'yhat', 'yhatLower', 'yhatUpper', 'trend', 'additiveTerms'] as const;
    for (const column of columns) {
      expect(Array.from(some[column])).toEqual(rows.map((row) => all[column][row]));
    }
    expect(Array.from(some.components.daily)).toEqual(rows.map((row) => all.components.daily[row]));
  });
});
