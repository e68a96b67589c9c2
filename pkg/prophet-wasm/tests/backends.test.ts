import { loadProphet, type Prophet } from 'prophet-wasm';

import { drawAwkwardSeries } from './awkwardSeries.js';
import { createRandom } from './random.js';

const DAY_MS = 86_400_000;
/** PROPHET_FUZZ_RUNS=10000 asks for more. */
const RUNS = Number(process.env.PROPHET_FUZZ_RUNS ?? 25);

describe('the WebAssembly build and the JavaScript build', () => {
  let wasm: Prophet;
  let javascript: Prophet;
  beforeAll(async () => {
    wasm = await loadProphet({ backend: 'wasm' });
    javascript = await loadProphet({ backend: 'javascript' });
  });

  it(`agree to the last bit on ${RUNS} awkward series of every growth and mode, fitted and predicted`, () => {
    const random = createRandom(11);
    for (let i = 0; i < RUNS; i++) {
      const { history, regular, options } = drawAwkwardSeries(random);
      const given = regular ?? history;
      const model = wasm.fit(given, options);
      expect(javascript.fit(given, options)).toEqual(model);
      const later = {
        ...history,
        time: Array.from(history.time, (time) => time + (model.history.end - model.history.start)),
      };
      expect(javascript.predict(model, later)).toEqual(wasm.predict(model, later));
      expect(javascript.trendInterval(model, later)).toEqual(wasm.trendInterval(model, later));
    }
  }, 7_200_000);

  it('agree so on fleets, on prepared histories, whole and in part, and on windows that move', () => {
    const random = createRandom(12);
    for (let i = 0; i < 20; i++) {
      const y = Float64Array.from({ length: 400 }, (_, row) => 5 + Math.sin(row / 4) + 0.3 * random.normal());
      const regular = { start: DAY_MS, stepMs: DAY_MS / 24, y };
      const [one, other] = [wasm, javascript].map((prophet) => {
        const rolling = prophet.roll(regular);
        rolling.append([4, 5, 6]);
        const prepared = prophet.prepare(regular);
        const fleet = prophet.fitMany({ ...regular, ys: [y, y.map((value) => 2 * value)] });
        const options = { changepointPriorScale: 0.2, steps: [{ time: 9 * DAY_MS }] };
        const trimmed = prepared.excluding(y.map((value) => (value > 5.8 ? 1 : 0)));
        const models = [trimmed.fit(options), trimmed.fitUntil(200), trimmed.fitUntil(391, options)];
        const residuals = models.map((model) => trimmed.residuals(model));
        return [...fleet, prepared.fit(), prepared.fit(options), rolling.model(), ...models, ...residuals];
      });
      expect(other).toEqual(one);
    }
  }, 240_000);
});

describe('loadProphet()', () => {
  const original = globalThis.WebAssembly;
  afterEach(() => {
    globalThis.WebAssembly = original;
  });

  it('runs WebAssembly where it can', async () => {
    expect((await loadProphet()).backend).toBe('wasm');
  });

  it('falls back to JavaScript where WebAssembly is missing', async () => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    const prophet = await loadProphet();
    expect(prophet.backend).toBe('javascript');
    expect(prophet.fit({ time: [0, 1, 2], y: [1, 2, 4] }).history.count).toBe(3);
  });

  it('falls back to JavaScript where a content security policy refuses WebAssembly', async () => {
    const refuse = () => Promise.reject(new original.CompileError('violates the Content Security Policy'));
    globalThis.WebAssembly = Object.assign(Object.create(original), { instantiate: refuse });
    expect((await loadProphet()).backend).toBe('javascript');
  });

  it('rejects where WebAssembly is asked for and refused', async () => {
    const refuse = () => Promise.reject(new original.CompileError('refused'));
    globalThis.WebAssembly = Object.assign(Object.create(original), { instantiate: refuse });
    await expect(loadProphet({ backend: 'wasm' })).rejects.toThrow('refused');
  });

  it.each([
    ['{ "backend": "native" }', "invalid backend: \"native\" (expected 'auto', 'wasm' or 'javascript')"],
    ['{ "backnd": "wasm" }', 'unknown option: backnd (expected backend)'],
    ['null', 'invalid options: null (expected an object, or nothing)'],
  ])('refuses the options %s', async (options, message) => {
    await expect(loadProphet(JSON.parse(options))).rejects.toThrow(message);
  });
});
