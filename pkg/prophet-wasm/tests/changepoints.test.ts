import { loadProphet, type Prophet } from 'prophet-wasm';

import { placeChangepoints } from '../src/fit/changepoints.js';
import { parseOptions } from '../src/options/parseOptions.js';
import type { ProphetOptions } from '../src/options/prophetOptions.js';
import { itWithReference, readReference } from './reference.js';

const DAY_MS = 86_400_000;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** Rows whose times are their own numbers, so that a changepoint's time is its row. */
const rowsOf = (n: number, options: ProphetOptions = {}) =>
  placeChangepoints({ count: n, timeAt: (row) => row }, parseOptions(options));

const upstream255 = [
  8, 16, 24, 32, 41, 49, 57, 65, 73, 81, 89, 97, 106, 114, 122, 130, 138, 146, 154, 162, 171, 179, 187, 195, 203,
];

describe('automatic changepoints', () => {
  it('stand at upstream’s rows of the first 80 % of 255 rows', () => {
    expect(rowsOf(255)).toEqual(upstream255);
  });

  it('stay within the changepoint range', () => {
    const rows = rowsOf(255, { changepointRange: 0.4 });
    expect(rows).toHaveLength(25);
    expect(rows[rows.length - 1]).toBe(101);
  });

  it('are placed at rows rounded half to even, as numpy rounds', () => {
    // 6 rows in range, 2 changepoints: 2.5 becomes row 2.
    expect(rowsOf(6, { nChangepoints: 2, changepointRange: 1 })).toEqual([2, 5]);
  });

  it.each([
    [20, 15, 15],
    [20, 25, 15],
    [10, 25, 7],
    [2, 25, 0],
    [255, 0, 0],
  ])('of %d rows, asked for %d: %d', (n, nChangepoints, expected) => {
    expect(rowsOf(n, { nChangepoints })).toHaveLength(expected);
  });

  it('are every row but the first of a short range', () => {
    expect(rowsOf(20, { nChangepoints: 15 })).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  });

  it('may be none at all with a range of 0', () => {
    expect(rowsOf(100, { changepointRange: 0 })).toEqual([]);
  });

  it('count rows, not time: a gap moves them with the rows', () => {
    const time = Array.from({ length: 10 }, (_, i) => (i < 5 ? i : i + 90) * DAY_MS);
    const { tChange } = prophet.fit({ time, y: time.map((_, i) => (i * i) % 7) }, { nChangepoints: 7 }).params;
    [1, 2, 3, 4, 95, 96, 97].forEach((day, i) => expect(tChange[i]).toBeCloseTo(day / 99, 12));
  });

  // Upstream's own figures for the first 255 rows of data.csv.
  itWithReference.each<readonly [ProphetOptions, readonly number[], readonly number[]]>([
    [{}, [0.03504043, 0.06738544, 0.09433962, 0.12938005], [0.77358491, 0.80592992]],
    [{ changepointRange: 0.4 }, [0.01617251, 0.03504043, 0.05121294], [0.37735849, 0.393531]],
  ])('have upstream’s 25 scaled times on 255 business days with %j', (options, first, last) => {
    const { time, y } = readReference('prophet/data.csv');
    const history = { time: Array.from(time).slice(0, 255), y: Array.from(y).slice(0, 255) };
    const { tChange } = prophet.fit(history, options).params;
    expect(tChange).toHaveLength(25);
    first.forEach((value, i) => expect(tChange[i]).toBeCloseTo(value, 7));
    last.forEach((value, i) => expect(tChange.slice(-last.length)[i]).toBeCloseTo(value, 7));
  });
});

describe('explicit changepoints', () => {
  const time = Array.from({ length: 50 }, (_, i) => i * 3_600_000);
  const y = time.map((_, i) => Math.abs(i - 25) + Math.sin(i * i));

  it('are used in ascending order, scaled to the history', () => {
    const model = prophet.fit({ time, y }, { changepoints: [time[25], time[10]] });
    expect(model.params.tChange).toEqual([10 / 49, 25 / 49]);
    expect(model.params.delta).toHaveLength(2);
  });

  it('may stand where the history has no rows', () => {
    const withGap = (values: readonly number[]) => values.filter((_, i) => i < 20 || i > 30);
    const model = prophet.fit({ time: withGap(time), y: withGap(y) }, { changepoints: [time[25]] });
    expect(model.params.tChange).toHaveLength(1);
    expect(model.fit.status).toBe('certified');
  });

  it.each(['none', 'an empty list'])('%s leave one change of 0 at time 0, as in Prophet’s Stan program', (what) => {
    const model = prophet.fit({ time, y }, what === 'none' ? { nChangepoints: 0 } : { changepoints: [] });
    expect(model.params.tChange).toEqual([0]);
    expect(model.params.delta).toEqual([0]);
  });

  it.each([time[0] - 1, time[49] + 1])('outside the history are an error: %d', (changepoint) => {
    expect(() => prophet.fit({ time, y }, { changepoints: [changepoint] })).toThrow(
      `invalid changepoint: ${changepoint} (expected a time of the history, from 0 to ${time[49]})`,
    );
  });
});
