import {
  edgesAt,
  listRecurring,
  loadProphet,
  withRecurring,
  type Model,
  type Prophet,
  type Recurring,
} from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';

const HOUR = 3_600_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const nightly: Recurring = {
  slotMs: HOUR,
  runs: [{ weekdays: EVERY_DAY, startMs: 2 * HOUR, values: [12, 11] }],
  edges: [],
};

let prophet: Prophet;
let model: Model;
beforeAll(async () => {
  prophet = await loadProphet();
  // From Monday, 2024-01-01 00:00 UTC.
  model = prophet.fit(syntheticHistory());
});

/** The hours of a week from Monday, 2024-02-05 00:00 UTC, at which the component is not 0, with its values. */
function hoursOf(recurring: Recurring, timeZone = 'UTC'): readonly (readonly [number, number])[] {
  const own = { ...model, options: { ...model.options, timeZone } };
  const time = Array.from({ length: 168 }, (_, i) => hourAfterStart(35 * 24 + i));
  const { components } = prophet.predict(withRecurring(own, recurring), time);
  return Array.from(components.recurring, (value, i) => [i, value] as const).filter(([, value]) => value !== 0);
}

describe('withRecurring(model, recurring)', () => {
  it('adds a component of that name, which is part of yhat, its interval and the additive terms', () => {
    const time = [1, 2, 3, 4].map((hour) => hourAfterStart(400 * 24 + hour));
    const [plain, more] = [model, withRecurring(model, nightly)].map((one) => prophet.predict(one, time));
    expect(Array.from(more.components.recurring)).toEqual([0, 12, 11, 0]);
    for (const name of ['yhat', 'yhatLower', 'yhatUpper', 'additiveTerms'] as const) {
      expect(Array.from(more[name], (value, i) => value - plain[name][i])).toEqual(
        [0, 12, 11, 0].map((value) => expect.closeTo(value, 9)),
      );
    }
    expect(more.trend).toEqual(plain.trend);
  });

  it('repeats runs on their weekdays, on into the next day and from Sunday into Monday', () => {
    const run = (weekdays: readonly number[], startMs: number, ...values: readonly number[]) =>
      hoursOf({ slotMs: HOUR, runs: [{ weekdays, startMs, values }], edges: [] });
    expect(run([3], 5 * HOUR, 7)).toEqual([[2 * 24 + 5, 7]]);
    expect(run([2, 5], 23 * HOUR, 7, 8)).toEqual([
      [47, 7],
      [48, 8],
      [119, 7],
      [120, 8],
    ]);
    expect(run([7], 23 * HOUR, 7, 8)).toEqual([
      [0, 8],
      [167, 7],
    ]);
  });

  it('follows the clock of the time zone', () => {
    // Berlin is an hour ahead of UTC in winter, St. John's three and a half behind: two slots share an hour there.
    expect(hoursOf(nightly, 'Europe/Berlin').slice(0, 3)).toEqual([
      [1, 12],
      [2, 11],
      [25, 12],
    ]);
    expect(hoursOf(nightly, 'America/St_Johns').slice(0, 2)).toEqual([
      [6, 12],
      [7, 11],
    ]);
  });

  it('keeps local time across a change of the clock', () => {
    const berlin = { ...model, options: { ...model.options, timeZone: 'Europe/Berlin' } };
    const at4 = { slotMs: HOUR, runs: [{ weekdays: EVERY_DAY, startMs: 4 * HOUR, values: [1] }], edges: [] };
    // 2024-03-31 01:00 UTC: the clock jumps from 02:00 to 03:00.
    const time = [30, 31].flatMap((day) => [2, 3].map((hour) => Date.UTC(2024, 2, day, hour)));
    expect(Array.from(prophet.predict(withRecurring(berlin, at4), time).components.recurring)).toEqual([0, 1, 1, 0]);
  });

  it('adds up where two runs cover a slot', () => {
    const runs = [...nightly.runs, { weekdays: [1], startMs: 3 * HOUR, values: [-1] }];
    expect(hoursOf({ ...nightly, runs }).slice(0, 2)).toEqual([
      [2, 12],
      [3, 10],
    ]);
  });

  it('holds within a slot too', () => {
    const time = [hourAfterStart(2.99), hourAfterStart(3)];
    const quarter = { slotMs: HOUR / 4, runs: [{ weekdays: [1], startMs: 2.75 * HOUR, values: [4] }], edges: [] };
    expect(Array.from(prophet.predict(withRecurring(model, quarter), time).components.recurring)).toEqual([4, 0]);
  });

  it('is taken off with null', () => {
    expect(withRecurring(withRecurring(model, nightly), null)).toEqual(model);
  });

  it('refuses a model with a component of that name', () => {
    const other = prophet.fit(syntheticHistory(), { steps: [{ time: hourAfterStart(9), name: 'recurring' }] });
    expect(() => withRecurring(other, nightly)).toThrow(
      'invalid recurring: "a model with a component of this name" (expected another name for that component)',
    );
  });

  const run = (change: object) => ({ ...nightly, runs: [{ ...nightly.runs[0], ...change }] });
  it.each([
    ['no object', 5, 'invalid recurring: 5 (expected an object with slotMs, runs and edges)'],
    ['slots of which no whole number makes a day', { ...nightly, slotMs: 7e6 }, 'invalid recurring.slotMs: 7000000'],
    ['slots of less than a second', { ...nightly, slotMs: 500 }, 'invalid recurring.slotMs: 500'],
    ['a field that nobody reads', { ...nightly, more: 1 }, 'unknown field of recurring: more'],
    ['an eighth day', run({ weekdays: [8] }), 'invalid recurring.runs[0].weekdays[0]: 8'],
    ['a day twice', run({ weekdays: [2, 2] }), 'invalid recurring.runs[0].weekdays[1]: 2'],
    ['no day', run({ weekdays: [] }), 'invalid recurring.runs[0]: "0 weekdays, 2 values"'],
    ['a start between slots', run({ startMs: 90 * 60_000 }), 'invalid recurring.runs[0].startMs: 5400000'],
    ['a start on the next day', run({ startMs: 24 * HOUR }), 'invalid recurring.runs[0].startMs: 86400000'],
    ['a value that is none', run({ values: [NaN] }), 'invalid recurring.runs[0].values[0]: NaN'],
    ['more than a week', run({ values: Array(169).fill(1) }), 'invalid recurring.runs[0]: "7 weekdays, 169 values"'],
    [
      'an edge without a side',
      { ...nightly, edges: [{ ...nightly.runs[0], side: 'up' }] },
      'invalid recurring.edges[0].side: "up" (expected above or below)',
    ],
    [
      'an edge below 0',
      { ...nightly, edges: [{ side: 'above', ...nightly.runs[0], values: [-1] }] },
      'invalid recurring.edges[0].values[0]: -1',
    ],
  ])('refuses %s', (_, recurring, message) => {
    const call = () => Reflect.apply(withRecurring, undefined, [model, recurring]);
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

const wandering: Recurring = {
  ...nightly,
  edges: [
    { side: 'above', weekdays: EVERY_DAY, startMs: HOUR, values: [9] },
    { side: 'below', weekdays: EVERY_DAY, startMs: 2 * HOUR, values: [8, 3] },
  ],
};

describe('edgesAt(model, rows)', () => {
  it('says how much farther than yhat a sample may lie, and the interval reaches as far', () => {
    const time = [1, 2, 3].map((hour) => hourAfterStart(24 + hour));
    const { above, below } = edgesAt(withRecurring(model, wandering), time);
    expect([Array.from(above), Array.from(below)]).toEqual([
      [9, 0, 0],
      [0, 8, 3],
    ]);
    const [plain, wide] = [nightly, wandering].map((one) => prophet.predict(withRecurring(model, one), time));
    expect(wide.yhat).toEqual(plain.yhat);
    above.forEach((value, i) => expect(wide.yhatUpper[i] - plain.yhatUpper[i]).toBeCloseTo(value, 9));
    below.forEach((value, i) => expect(plain.yhatLower[i] - wide.yhatLower[i]).toBeCloseTo(value, 9));
  });

  it('is 0 where nothing recurs, and after a settled step', () => {
    const stepped = prophet.fit(syntheticHistory(), { steps: [{ time: hourAfterStart(100) }] });
    expect(edgesAt(stepped, [hourAfterStart(200)])).toEqual({
      above: new Float64Array(1),
      below: new Float64Array(1),
    });
  });
});

describe('listRecurring(model)', () => {
  it('lists times of day and week by their start, with the largest change and what their start may add', () => {
    const tuesdays = { weekdays: [2], startMs: HOUR / 2, values: [-3, -5, -4] };
    const listed = listRecurring(
      withRecurring(model, {
        slotMs: HOUR / 2,
        runs: [{ weekdays: EVERY_DAY, startMs: 2 * HOUR, values: [12, 11] }, tuesdays],
        edges: [{ side: 'above', weekdays: EVERY_DAY, startMs: 3 * HOUR, values: [2, 6] }],
      }),
    );
    expect(listed).toEqual([
      { weekdays: [2], startMs: 0.5 * HOUR, endMs: 2 * HOUR, change: -5, above: 0, below: 0 },
      { weekdays: EVERY_DAY, startMs: 2 * HOUR, endMs: 3 * HOUR, change: 12, above: 6, below: 0 },
    ]);
  });

  it('is empty where nothing recurs', () => {
    expect(listRecurring(model)).toEqual([]);
  });
});
