import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { initialTrend } from '../../src/fit/initialTrend.js';
import type { Design, Parameters } from '../posterior.js';

/** Answer of Stan to a problem: its parameters, or its error. */
export interface StanResult {
  readonly params?: Parameters;
  readonly error?: string;
}

/** Optimises each design with Prophet's Stan program, started as Prophet starts it. */
export function optimizeWithStan(designs: readonly Design[]): StanResult[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'optimize.mjs')], {
    input: designs.map((design) => JSON.stringify(problemOf(design))).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    throw new Error(`Stan did not run: ${stderr}`);
  }
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StanResult);
}

const INDICATOR = { linear: 0, logistic: 1, flat: 2 } as const;

/** The inputs of Prophet's Stan program. */
function problemOf({ n, t, y, cap, features, tChange, tau, growth }: Design) {
  // Prophet gives Stan one column of zeros where there is no feature.
  const zeros = { mode: 'additive', priorScale: 1, column: new Float64Array(n) } as const;
  const columns = features.length > 0 ? features : [zeros];
  return {
    init: {
      ...initialTrend(growth, { t, y, cap }),
      delta: tChange.map(() => 0),
      beta: columns.map(() => 0),
      sigmaObs: 1,
    },
    data: {
      T: n,
      y: Array.from(y),
      t: Array.from(t),
      cap: Array.from(cap),
      S: tChange.length,
      t_change: tChange,
      trend_indicator: INDICATOR[growth],
      K: columns.length,
      s_a: columns.map(({ mode }) => (mode === 'additive' ? 1 : 0)),
      s_m: columns.map(({ mode }) => (mode === 'additive' ? 0 : 1)),
      X: Array.from(t, (_, i) => columns.map(({ column }) => column[i])),
      sigmas: columns.map(({ priorScale }) => priorScale),
      tau,
    },
  };
}
