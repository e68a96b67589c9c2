import { loadProphet, type Holiday, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { featureMatrix, total } from './featureMatrix.js';
import { itWithReference, readReference } from './reference.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** 2016-12-20 to 2016-12-31. */
const december = Array.from({ length: 12 }, (_, i) => Date.UTC(2016, 11, 20) + i * DAY_MS);
const fitDecember = (options: ProphetOptions) =>
  prophet.fit({ time: december, y: december.map((_, i) => 5 + Math.sin(i * i)) }, options);

const xmas = { name: 'xmas', day: '2016-12-25' };
const priors = (options: ProphetOptions) => fitDecember(options).holidays.map(({ priorScale }) => priorScale);

describe('a holiday', () => {
  it('has a column for each day of its window, with the prior scale 10', () => {
    const model = fitDecember({ holidays: [{ ...xmas, lowerWindow: -1 }] });
    const columns = featureMatrix(prophet, model, december);
    expect(columns.map((column) => december.filter((_, row) => column[row] === 1))).toEqual([
      [Date.UTC(2016, 11, 25)],
      [Date.UTC(2016, 11, 24)],
    ]);
    expect(columns.map(total)).toEqual([1, 1]);
    expect(model.holidays.map(({ priorScale }) => priorScale)).toEqual([10, 10]);
  });

  it('has columns for days that no row falls on too, in the order of their names as text', () => {
    const model = fitDecember({ holidays: [{ ...xmas, lowerWindow: -1, upperWindow: 10 }] });
    expect(model.holidays.map(({ offset }) => offset)).toEqual([0, 1, 10, 2, 3, 4, 5, 6, 7, 8, 9, -1]);
    expect(new Set(model.holidays.map(({ priorScale }) => priorScale))).toEqual(new Set([10]));
    const hit = featureMatrix(prophet, model, december).map(total);
    expect(hit).toEqual([1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 1]);
  });

  it.each<readonly [string, readonly Holiday[], number[]]>([
    [
      'all its days',
      [
        { ...xmas, priorScale: 5 },
        { name: 'xmas', day: '2016-12-30', lowerWindow: -1, priorScale: 5 },
      ],
      [5, 5],
    ],
    [
      'its own name alone',
      [
        { ...xmas, upperWindow: 1, priorScale: 5 },
        { name: 'eve', day: '2016-12-31', priorScale: 8 },
      ],
      [8, 5, 5],
    ],
  ])('may give a prior scale to %s', (_, holidays, expected) => {
    expect(priors({ holidays })).toEqual(expected);
  });

  it('takes holidaysPriorScale where it has no prior scale of its own', () => {
    const holidays = [
      { ...xmas, priorScale: 5 },
      { name: 'eve', day: '2016-12-31' },
    ];
    expect(priors({ holidays, holidaysPriorScale: 4 })).toEqual([4, 5]);
  });

  it('cannot have two prior scales under one name', () => {
    const holidays = [
      { ...xmas, priorScale: 5 },
      { name: 'xmas', day: '2017-12-25', priorScale: 6 },
    ];
    expect(() => fitDecember({ holidays })).toThrow('invalid priorScale of holiday xmas: 6 (expected 5, as the others');
  });

  it('that no row of the history falls on has no effect, neither then nor later', () => {
    const holidays = [{ name: 'new year', day: '2017-01-01' }];
    const model = fitDecember({ holidays });
    expect(model.params.beta).toEqual([0]);
    expect(model.params.k).toBeCloseTo(fitDecember({}).params.k, 12);
    const { components } = prophet.predict(model, [Date.UTC(2017, 0, 1)]);
    expect(Array.from(components['new year'])).toEqual([0]);
  });

  it('repeats its effect on the days it names in the future', () => {
    const time = Array.from({ length: 60 }, (_, i) => i * DAY_MS);
    const y = time.map((_, i) => 10 + 0.01 * ((i * 7919) % 101) + (i === 20 || i === 40 ? 5 : 0));
    const holidays = ['1970-01-21', '1970-02-10', '1970-03-12'].map((day) => ({ name: 'sale', day }));
    const model = prophet.fit({ time, y }, { holidays });
    const { sale } = prophet.predict(
      model,
      [69, 70, 71].map((day) => day * DAY_MS),
    ).components;
    expect([sale[0], sale[2]]).toEqual([0, 0]);
    expect(Math.abs(sale[1] - 5)).toBeLessThan(0.5);
  });

  it('adds to another of the same day, and both are in the total', () => {
    const holidays = [xmas, { name: 'sunday', day: '2016-12-25', upperWindow: 1 }];
    const model = fitDecember({ holidays });
    expect(featureMatrix(prophet, model, [Date.UTC(2016, 11, 25)]).map(total)).toEqual([1, 0, 1]);
    const { components, additiveTerms } = prophet.predict(model, december);
    components.holidays.forEach((value, row) => {
      expect(value).toBeCloseTo(components.xmas[row] + components.sunday[row], 12);
      expect(value).toBeCloseTo(additiveTerms[row], 12);
    });
  });

  itWithReference('holds the whole calendar day: 288 of 863 rows five minutes apart, 0 on the other 575', () => {
    const history = readReference('prophet/data2.csv');
    const model = prophet.fit(history, { holidays: [{ name: 'day two', day: '2017-01-02' }] });
    const component = prophet.predict(model, history.time).components['day two'];
    expect(component.filter((value) => value === 0)).toHaveLength(575);
    expect(new Set(component).size).toBe(2);
  });

  it('lasts from midnight to midnight of the time zone', () => {
    const time = Array.from({ length: 100 }, (_, i) => Date.UTC(2016, 11, 23) + i * HOUR_MS);
    const y = time.map((_, i) => Math.sin(i * i));
    const model = prophet.fit({ time, y }, { holidays: [xmas], timeZone: 'America/New_York', dailySeasonality: false });
    const [column] = featureMatrix(prophet, model, time);
    expect(time.filter((_, row) => column[row] === 1)).toEqual(
      Array.from({ length: 24 }, (_, i) => Date.UTC(2016, 11, 25, 5) + i * HOUR_MS),
    );
  });

  it('may be an interval instead, from its start to before its end', () => {
    const time = Array.from({ length: 60 }, (_, i) => i * HOUR_MS);
    const interval = { name: 'outage', start: 10 * HOUR_MS, end: 12 * HOUR_MS };
    const model = prophet.fit(
      { time, y: time.map((_, i) => Math.sin(i * i)) },
      { holidays: [interval, { ...interval, start: 50 * HOUR_MS, end: 50 * HOUR_MS + 1 }], dailySeasonality: false },
    );
    const [column] = featureMatrix(prophet, model, time);
    expect(time.filter((_, row) => column[row] === 1)).toEqual([10 * HOUR_MS, 11 * HOUR_MS, 50 * HOUR_MS]);
  });
});

describe('fit(history, { holidays })', () => {
  it.each<readonly [string, string]>([
    ['[{ "name": "xmas" }]', 'invalid start of holiday xmas: undefined'],
    [
      '[{ "name": "xmas", "day": "25 December" }]',
      'invalid day of holiday xmas: "25 December" (expected a calendar day',
    ],
    ['[{ "name": "xmas", "day": "2016-02-30" }]', 'invalid day of holiday xmas: "2016-02-30"'],
    ['[{ "name": "xmas", "day": null }]', 'invalid day of holiday xmas: null'],
    ['[{ "name": "xmas", "day": "2016-12-25", "lowerWindow": 1 }]', 'invalid lowerWindow of holiday xmas: 1'],
    ['[{ "name": "xmas", "day": "2016-12-25", "upperWindow": -1 }]', 'invalid upperWindow of holiday xmas: -1'],
    ['[{ "name": "xmas", "day": "2016-12-25", "priorScale": 0 }]', 'invalid priorScale of holiday xmas: 0'],
    ['[{ "name": "outage", "start": 5, "end": 5 }]', 'invalid end of holiday outage: 5'],
    ['[{ "name": "weekly", "day": "2016-12-25" }]', 'invalid holiday name: "weekly"'],
    ['[{ "name": "trend", "day": "2016-12-25" }]', 'invalid holiday name: "trend"'],
  ])('refuses %s', (holidays, message) => {
    expect(() => fitDecember({ holidays: JSON.parse(holidays) })).toThrow(message);
  });

  it('refuses the name of a seasonality or a regressor', () => {
    const seasonalities = [{ name: 'xmas', periodMs: DAY_MS, fourierOrder: 1 }];
    expect(() => fitDecember({ holidays: [xmas], seasonalities })).toThrow('invalid holiday name: "xmas"');
    expect(() => fitDecember({ holidays: [xmas], regressors: [{ name: 'xmas' }] })).toThrow(
      'invalid regressor name: "xmas" (expected another name: a holiday has this one)',
    );
  });
});
