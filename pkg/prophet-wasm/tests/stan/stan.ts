import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import type { Design, Parameters } from '../posterior.js';

/** What Stan made of a problem: its parameters, or what it threw. */
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

/** The inputs of Prophet's Stan program, linear growth and additive features. */
function problemOf({ n, t, y, features, priorScales, tChange, tau }: Design) {
  const k = (y[n - 1] - y[0]) / (t[n - 1] - t[0]);
  // Prophet gives Stan one column of zeros where there is no feature.
  const columns = features.length > 0 ? features : [new Float64Array(n)];
  return {
    init: {
      k,
      m: y[0] - k * t[0],
      delta: tChange.map(() => 0),
      beta: columns.map(() => 0),
      sigmaObs: 1,
    },
    data: {
      T: n,
      y: Array.from(y),
      t: Array.from(t),
      cap: new Array<number>(n).fill(0),
      S: tChange.length,
      t_change: tChange,
      trend_indicator: 0,
      K: columns.length,
      s_a: columns.map(() => 1),
      s_m: columns.map(() => 0),
      X: Array.from(t, (_, i) => columns.map((column) => column[i])),
      sigmas: features.length > 0 ? priorScales : [1],
      tau,
    },
  };
}
