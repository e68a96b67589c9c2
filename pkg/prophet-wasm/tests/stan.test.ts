import { loadProphet, type TimedHistory, type Model, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { createDesign, logPosterior } from './posterior.js';
import { createRandom, type Random } from './random.js';
import { itWithReference, readReference, referenceNames } from './reference.js';
import { optimizeWithStan } from './stan/stan.js';

const DAY_MS = 86_400_000;

interface Case {
  readonly name: string;
  readonly history: TimedHistory;
  readonly options: ProphetOptions;
}

/** A plausible metric: daily and weekly shape, noise, sometimes a bend, a step, gaps, jitter. */
function drawSeries(random: Random, index: number): Case {
  const n = random.pick([25, 40, 60, 100, 150, 200, 300, 400]);
  const stepMs = random.pick([5, 10, 60, 60, 360, 1440]) * 60_000;
  const level = random.pick([0.5, 10, 300]);
  const noise = random.pick([0.01, 0.05, 0.2]);
  const bend = random.uniform() < 0.5 ? random.normal() : 0;
  const step = random.uniform() < 0.3 ? random.normal() : 0;
  const jitter = random.uniform() < 0.3 ? 0.5 : 0;
  const time: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < n; i++) {
    if (random.uniform() < 0.05) {
      continue;
    }
    const at = 1_704_067_200_000 + (i + jitter * random.uniform()) * stepMs;
    const late = Math.max(i / n - 0.4, 0);
    const shape = 0.2 * Math.sin((2 * Math.PI * at) / DAY_MS) + 0.1 * Math.cos((2 * Math.PI * at) / (7 * DAY_MS));
    time.push(at);
    y.push(level * (1 + shape + bend * late + (i > 0.7 * n ? 0.3 * step : 0) + noise * random.normal()));
  }
  return {
    name: `random ${index}: n ${n}, step ${stepMs / 60_000} min`,
    history: { time, y },
    options: { changepointPriorScale: random.pick([0.01, 0.05, 0.05, 0.5]), nChangepoints: random.pick([25, 25, 10]) },
  };
}

/** Runs both on the same inputs and lists where ours is the lower log posterior. */
function compare(prophet: Prophet, cases: readonly Case[]): { worse: string[]; skipped: string[] } {
  const models: Model[] = cases.map(({ history, options }) => prophet.fit(history, options));
  const designs = cases.map(({ history }, i) => createDesign(history, models[i]));
  const worse: string[] = [];
  const skipped: string[] = [];
  optimizeWithStan(designs).forEach(({ params, error }, i) => {
    if (params === undefined) {
      skipped.push(`${cases[i].name}: Stan threw ${error}`);
      return;
    }
    const stan = logPosterior(designs[i], params);
    const ours = logPosterior(designs[i], models[i].params);
    if (!(ours >= stan - 1e-6 - 1e-9 * Math.abs(stan))) {
      worse.push(`${cases[i].name}: ours ${ours}, Stan ${stan}`);
    }
  });
  return { worse, skipped };
}

const report = (skipped: readonly string[]) => {
  if (skipped.length > 0) {
    process.stdout.write(`${skipped.join('\n')}\n`);
  }
};

describe('the log posterior of a fit', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('is never below that of Prophet’s own Stan program, on 200 random series', () => {
    const random = createRandom(7);
    const cases = Array.from({ length: 200 }, (_, i) => drawSeries(random, i));
    const { worse, skipped } = compare(prophet, cases);
    report(skipped);
    expect(worse).toEqual([]);
    expect(skipped.length).toBeLessThan(40);
  }, 600_000);

  itWithReference(
    'is never below that of Prophet’s own Stan program, on every reference series',
    () => {
      const cases = referenceNames().map((name) => ({ name, history: readReference(name), options: {} }));
      const { worse, skipped } = compare(prophet, cases);
      report(skipped);
      expect(worse).toEqual([]);
      expect(skipped.length).toBeLessThan(cases.length / 2);
    },
    600_000,
  );
});
