import {
  loadProphet,
  parseModel,
  readPythonModel,
  serializeModel,
  writePythonModel,
  type Model,
  type Prophet,
  type PythonReadOptions,
  type TimedRows,
} from 'prophet-wasm';

import { createRandom, type Random } from '../random.js';
import { hourAfterStart } from '../synthetic.js';
import { featureCases } from './featureCases.js';
import { pythonCases, version101 } from './pythonModels.js';
import { version1 } from './version1.js';

const RUNS = 2500;

type Value = Record<string, unknown> | unknown[];
const isInner = (value: unknown): value is Value => typeof value === 'object' && value !== null;

const junk: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  0.5,
  NaN,
  Infinity,
  1e308,
  5e-324,
  1e15,
  '',
  '__proto__',
  'time',
  'price',
  'logistic',
  'multiplicative',
  '2024-01-05',
  'constructor',
  'weekly',
  '{"data":[{}]}',
  '2020-01-01T00:00:00Z',
  '\u0000',
  [],
  [[]],
  [null],
  [1, 2, 3],
  {},
  { length: 4_294_967_295 },
  JSON.parse('{"__proto__":{"period":1},"toString":null}'),
  Array.from({ length: 5000 }, () => 1e300),
];

/** Replaces, removes or adds one value anywhere within. */
function mutate(random: Random, root: Value): void {
  let at: Value = root;
  for (let depth = 0; depth < 6; depth++) {
    const keys = Object.keys(at);
    const key = keys.length === 0 ? 'extra' : random.pick(keys);
    const inner: unknown = Reflect.get(at, key);
    if (isInner(inner) && random.uniform() < 0.7) {
      at = inner;
      continue;
    }
    if (random.uniform() < 0.15) {
      Reflect.deleteProperty(at, key);
    } else {
      Reflect.set(at, key, structuredClone(random.pick(junk)));
    }
    return;
  }
}

/** A text with a few characters changed, doubled or cut off. */
function corrupt(random: Random, text: string): string {
  const at = random.integer(0, text.length - 1);
  const length = random.integer(0, 30);
  const piece = random.pick(['', '"', '}', ']', '0', 'e9', '-', '\\', 'null', text.slice(at, at + 200)]);
  return random.uniform() < 0.1 ? text.slice(0, at) : text.slice(0, at) + piece + text.slice(at + length);
}

/** A file of Python with the tables and series within it as values, and back. */
const TEXTS = ['changepoints', 'history_dates', 'train_holiday_names', 'holidays', 'history', 'train_component_cols'];
const recoded = (
  file: Record<string, unknown>,
  isText: (value: unknown) => boolean,
  code: (value: unknown) => unknown,
) =>
  Object.fromEntries(
    Object.entries(file).map(([name, value]) => [name, TEXTS.includes(name) && isText(value) ? code(value) : value]),
  );
const withTables = (json: string): Record<string, unknown> =>
  recoded(
    JSON.parse(json),
    (value) => typeof value === 'string',
    (value) => JSON.parse(String(value)),
  );
const withTexts = (file: Record<string, unknown>) => recoded(file, isInner, (value) => JSON.stringify(value));

/** The value read, or a RangeError that says what is wrong where; anything else fails the test. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const isNamed = /^(invalid|unknown|cannot (read|write)) \S/;
    if (error instanceof RangeError && isNamed.test(error.message) && error.message.length < 500) {
      return undefined;
    }
    throw error;
  }
}

/** Three rows with every input that the model may ask for. */
function rowsFor({ history, seasonalities, regressors, scaling, options }: Model): TimedRows {
  const conditions = seasonalities.flatMap(({ conditionName }) => (conditionName === null ? [] : [conditionName]));
  const floor = scaling.hasFloor ? 0 : scaling.yMin;
  return {
    time: [history.start, history.end, hourAfterStart(500)],
    conditions: Object.fromEntries(conditions.map((name) => [name, [true, false, true]])),
    regressors: Object.fromEntries(regressors.map(({ name }) => [name, [1, 2, 3]])),
    ...(options.growth === 'logistic' ? { floor, cap: floor + 1 + Math.abs(floor) } : {}),
  };
}

describe('readers of models', () => {
  let prophet: Prophet;
  let ours: readonly string[];
  let theirs: readonly { readonly json: string; readonly options?: PythonReadOptions }[];
  beforeAll(async () => {
    prophet = await loadProphet();
    ours = [
      ...featureCases.map(({ history, options }) => serializeModel(prophet.fit(history, options))),
      JSON.stringify(version1()),
    ];
    theirs = [
      ...pythonCases.map(({ json, countryHolidays }) => ({ json, options: { countryHolidays } })),
      ...featureCases
        .filter(({ name }) => name.startsWith('rows') || name.startsWith('most'))
        .map(({ history, options }) => ({
          json: writePythonModel(prophet, prophet.fit(history, options), history),
        })),
      { json: JSON.stringify(version101()) },
    ];
  });

  /** Reads, and where it succeeds, tries what a model is there for. */
  const check = (read: () => Model) => {
    const model = attempt(read);
    if (model === undefined) {
      return 0;
    }
    const rows = rowsFor(model);
    const { yhat } = prophet.predict(model, rows);
    expect(yhat).toHaveLength(3);
    const again = parseModel(serializeModel(model));
    expect(parseModel(serializeModel(again))).toEqual(again);
    expect(prophet.predict(again, rows).yhat).toEqual(yhat);
    return 1;
  };

  const checkPython = (input: unknown, options: PythonReadOptions | undefined) =>
    check(() => {
      const { model, history } = readPythonModel(input, options);
      const written = attempt(() => writePythonModel(prophet, model, history));
      if (written !== undefined) {
        expect(attempt(() => readPythonModel(written))?.model.options.growth).toBe(model.options.growth);
      }
      return model;
    });

  it(`give a model that predicts, or name the field, for ${4 * RUNS} values and texts gone wrong`, () => {
    const random = createRandom(20);
    const accepted = [0, 0, 0, 0];
    for (let run = 0; run < RUNS; run++) {
      const [text, { json, options }] = [random.pick(ours), random.pick(theirs)];
      const [own, foreign] = [JSON.parse(text), withTables(json)];
      for (let i = random.integer(1, 3); i > 0; i--) {
        mutate(random, own);
        mutate(random, foreign);
      }
      accepted[0] += check(() => parseModel(own));
      accepted[1] += checkPython(withTexts(foreign), options);
      accepted[2] += check(() => parseModel(corrupt(random, text)));
      accepted[3] += checkPython(corrupt(random, json), options);
    }
    for (const count of accepted) {
      expect(count).toBeGreaterThan(RUNS / 50);
      expect(count).toBeLessThan(RUNS);
    }
  }, 240_000);

  const cyclic: Record<string, unknown> = { version: 1 };
  cyclic.options = cyclic;
  const shapes: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a function', () => 1],
    ['a symbol', Symbol('model')],
    ['a big integer', 1n],
    ['an object of itself', cyclic],
    ['a list of a million', new Array(1e6).fill(0)],
    ['brackets, 200,000 deep', '['.repeat(2e5)],
    ['closed brackets, 200,000 deep', '['.repeat(2e5) + ']'.repeat(2e5)],
    ['objects, 100,000 deep', '{"params":'.repeat(1e5) + '1' + '}'.repeat(1e5)],
    ['a text of texts of texts', JSON.stringify(JSON.stringify(JSON.stringify('{}')))],
    ['an empty text', ''],
    ['nine million spaces', ' '.repeat(9e6)],
    ['a hundred million brackets', '['.repeat(1e8)],
  ];

  it.each(shapes)('refuse %s', (_, input) => {
    expect(attempt(() => parseModel(input))).toBeUndefined();
    expect(attempt(() => readPythonModel(input))).toBeUndefined();
  });

  it('refuse holidays whose windows would be millions of columns', () => {
    const days = Array.from({ length: 10_000 }, (_, i) => `day ${i}`);
    const own = JSON.parse(ours[0]);
    own.options.holidays = days.map((name) => {
      return { name, day: '2024-01-05', lowerWindow: -366, upperWindow: 366, priorScale: 1 };
    });
    const rows = days.map((holiday) => ({ holiday, ds: '2020-01-05T00:00:00', lower_window: -366, upper_window: 366 }));
    const foreign = {
      ...version101(),
      holidays: JSON.stringify({ data: rows }),
      train_holiday_names: JSON.stringify({ data: days }),
    };
    const message = 'invalid holidays: "7330000 days in their windows" (expected at most 200000)';
    expect(() => parseModel(own)).toThrow(message);
    expect(() => readPythonModel(foreign)).toThrow(message);
  });
});
