import { loadProphet, parseModel, readPythonModel, serializeModel, type Model, type Prophet, type TimedRows } from 'prophet-wasm';

import { createRandom, type Random } from '../random.js';
import { hourAfterStart, syntheticHistory } from '../synthetic.js';
import { version101 } from './pythonModels.js';

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
      Reflect.set(at, key, random.pick(junk));
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

/** A model, or a RangeError that says what is wrong where; anything else fails the test. */
function attempt(read: () => Model): Model | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError && /^(invalid|cannot read) \S/.test(error.message) && error.message.length < 500) {
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
  let ours: string;
  let theirs: string;
  beforeAll(async () => {
    prophet = await loadProphet();
    ours = serializeModel(prophet.fit(syntheticHistory(120)));
    theirs = JSON.stringify(version101());
  });

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

  it(`give a model that predicts, or name the field, for ${4 * RUNS} values and texts gone wrong`, () => {
    const random = createRandom(20);
    let accepted = 0;
    for (let run = 0; run < RUNS; run++) {
      const [own, foreign] = [JSON.parse(ours), JSON.parse(theirs)];
      for (let i = random.integer(1, 3); i > 0; i--) {
        mutate(random, own);
        mutate(random, foreign);
      }
      accepted += check(() => parseModel(own));
      accepted += check(() => readPythonModel(foreign).model);
      accepted += check(() => parseModel(corrupt(random, ours)));
      accepted += check(() => readPythonModel(corrupt(random, theirs)).model);
    }
    expect(accepted).toBeGreaterThan(RUNS / 10);
    expect(accepted).toBeLessThan(4 * RUNS);
  }, 120_000);

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
  ];

  it.each(shapes)('refuse %s', (_, input) => {
    expect(attempt(() => parseModel(input))).toBeUndefined();
    expect(attempt(() => readPythonModel(input).model)).toBeUndefined();
  });
});
