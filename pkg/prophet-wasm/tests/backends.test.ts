import { loadProphet, type Prophet } from 'prophet-wasm';

import { drawAwkwardSeries } from './awkwardSeries.js';
import { createRandom } from './random.js';

const DAY_MS = 86_400_000;

describe('the WebAssembly build and the JavaScript build', () => {
  let wasm: Prophet;
  let javascript: Prophet;
  beforeAll(async () => {
    wasm = await loadProphet({ backend: 'wasm' });
    javascript = await loadProphet({ backend: 'javascript' });
  });

  it('agree to the last bit on 300 awkward series, fitted and predicted', () => {
    const random = createRandom(11);
    for (let i = 0; i < 300; i++) {
      const { history, options } = drawAwkwardSeries(random);
      const model = wasm.fit(history, options);
      expect(javascript.fit(history, options)).toEqual(model);
      const future = Array.from({ length: 30 }, (_, j) => model.history.end + (j - 10) * DAY_MS);
      expect(javascript.predict(model, future)).toEqual(wasm.predict(model, future));
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
