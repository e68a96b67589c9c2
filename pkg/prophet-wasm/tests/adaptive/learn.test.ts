import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { edgesAt, fitAdaptive, loadProphet, type Prophet } from 'prophet-wasm';

import vectors from './vectors.json';
import { vectorSeries } from './vectorSeries.js';
import { DAY, HOUR, opsSeries, timesOf, WEEK, type OpsSeries } from './opsSeries.js';

/** The reference, kept beside the repository: it fits through this package, and is written for its reader alone. */
const path = join(__dirname, '../../../../../shared/reference/detector/learn.mjs');
const describeWithReference = existsSync(path) ? describe : describe.skip;
if (!existsSync(path)) {
  process.stdout.write('prophet-wasm: the reference detector is not there; tests that need it are skipped\n');
}

/** Findings of the reference, as far as they are looked at here. */
interface FittedReference {
  readonly steps: readonly { readonly at: number; readonly size: number }[];
  readonly period: { readonly periodMs: number; readonly order: number; readonly share: number } | null;
  readonly profile: readonly number[];
  readonly edges: { readonly up: readonly number[]; readonly down: readonly number[] };
  readonly bounds: readonly [number, number | null] | null;
  readonly state: unknown;
}

interface Reference {
  readonly fitAdaptive: (prophet: Prophet, rows: object, options: object) => FittedReference;
  readonly forecast: (prophet: Prophet, model: FittedReference, time: Float64Array) => Float64Array;
}

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const largest = (values: ArrayLike<number>) => Math.max(...Array.from(values, Math.abs));

describeWithReference('fitAdaptive() and the reference', () => {
  let reference: Reference;
  beforeAll(async () => {
    reference = (await import(path)) as Reference;
  });

  const fitReference = ({ start, stepMs, y }: OpsSeries, options: object = {}) => {
    const time = Float64Array.from(y, (_, i) => start + i * stepMs);
    return reference.fitAdaptive(prophet, { time, y }, { end: start + y.length * stepMs, stepMs, ...options });
  };

  it.each(Object.entries(vectorSeries))('find the same and forecast the same: %s', (_, series) => {
    const theirs = fitReference(series);
    const { model, found } = fitAdaptive(prophet, series, { period: 'add' });
    expect(found.steps.map(({ time }) => time)).toEqual(theirs.steps.map(({ at }) => at));
    expect(found.period?.periodMs).toEqual(theirs.period?.periodMs);
    expect(model.bounds.lower).toBe(theirs.bounds?.[0] ?? null);
    const ahead = timesOf(series, 28, 29);
    const expected = reference.forecast(prophet, theirs, ahead);
    const { yhat } = prophet.predict(model, ahead);
    expect(largest(yhat.map((value, i) => value - expected[i]))).toBeLessThan(1e-3);
  });

  it('allow a start that wanders the same', () => {
    const series = vectorSeries['a nightly job that wanders'];
    const { edges } = fitReference(series);
    const { model } = fitAdaptive(prophet, series);
    const { above, below } = edgesAt(
      model,
      Float64Array.from(edges.up, (_, i) => DAY + i * series.stepMs),
    );
    expect(largest(edges.up)).toBeGreaterThan(2);
    expect(largest(above.map((value, i) => value - edges.up[i]))).toBeLessThan(1e-3);
    expect(largest(below.map((value, i) => value - edges.down[i]))).toBeLessThan(1e-3);
  });

  it('forecast the same out of sample: the state that is read from it is the same', () => {
    for (const series of [opsSeries(28, 31), vectorSeries['a step, an incident and a nightly job']]) {
      const outOfSample = fitAdaptive(prophet, series, { period: 'add' }).outOfSample();
      const [theirs, ours] = [{}, { outOfSample: () => outOfSample }].map(
        (options) => fitReference(series, options).state,
      );
      expect(rounded(ours)).toEqual(rounded(theirs));
    }
  });
});

/** To three digits, for the fits are the same to rounding alone. */
function rounded(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(3)) : value,
  );
}

describe('fitAdaptive() and what the reference said', () => {
  it.each(vectors)('find and forecast the same: $name', ({ name, steps, period, recurring, yhat }) => {
    const series = vectorSeries[name];
    const { model, found } = fitAdaptive(prophet, series, { period: 'add' });
    expect(found.steps.map(({ time }) => time)).toEqual(steps);
    expect(found.period?.periodMs ?? null).toBe(period);
    const week = Float64Array.from({ length: WEEK / series.stepMs }, (_, i) => i * series.stepMs);
    const component: Float64Array | undefined = prophet.predict(model, week).components.recurring;
    const times = Array.from(week).filter((_, i) => component?.[i]);
    expect(times.map((time) => time / HOUR)).toEqual(recurring);
    const ahead = timesOf(series, 28, 29).filter((_, i) => i % 2 === 0);
    const forecast = prophet.predict(model, ahead).yhat;
    expect(largest(forecast.map((value, i) => value - yhat[i]))).toBeLessThan(1e-3);
  });
});
