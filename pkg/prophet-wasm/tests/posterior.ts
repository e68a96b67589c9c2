import type { History, Model } from 'prophet-wasm';

/**
 * Prophet's posterior straight from its definition, row by row, without any of the kernel's shortcuts: the measure
 * that every fit is held against.
 */
export interface Design {
  readonly n: number;
  /** Scaled time and scaled y of the rows used, ascending in time. */
  readonly t: Float64Array;
  readonly y: Float64Array;
  /** Fourier features, one column for each beta. */
  readonly features: readonly Float64Array[];
  readonly priorScales: readonly number[];
  readonly tChange: readonly number[];
  readonly tau: number;
}

/** Parameters as Stan has them. */
export interface Parameters {
  readonly k: number;
  readonly m: number;
  readonly delta: ArrayLike<number>;
  readonly beta: ArrayLike<number>;
  readonly sigmaObs: number;
}

export function createDesign(history: History, model: Model): Design {
  const { scaling, seasonalities, params, options } = model;
  const rows = Array.from(history.time, (time, i) => ({ time, y: history.y[i] }))
    .filter(({ y }) => !Number.isNaN(y))
    .sort((a, b) => a.time - b.time);
  const features = seasonalities.flatMap(({ periodMs, fourierOrder }) =>
    Array.from({ length: 2 * fourierOrder }, (_, j) =>
      Float64Array.from(rows, ({ time }) => {
        const turn = (((time % periodMs) + periodMs) % periodMs) / periodMs;
        return sineOfTurn((turn * (1 + (j >> 1))) % 1, j % 2);
      }),
    ),
  );
  return {
    n: rows.length,
    t: Float64Array.from(rows, ({ time }) => (time - scaling.timeStart) / scaling.timeScaleMs),
    y: Float64Array.from(rows, ({ y }) => (y - scaling.yMin) / scaling.yScale),
    features,
    priorScales: seasonalities.flatMap(({ fourierOrder, priorScale }) =>
      new Array<number>(2 * fourierOrder).fill(priorScale),
    ),
    tChange: params.tChange,
    tau: options.changepointPriorScale,
  };
}

/** sin(2 pi turn), or the cosine one quarter on; reduced in turns, where reducing is exact. */
function sineOfTurn(turn: number, quarters: number): number {
  const nearest = Math.round(4 * turn);
  const rest = 2 * Math.PI * (turn - nearest / 4);
  const values = [Math.sin(rest), Math.cos(rest), -Math.sin(rest), -Math.cos(rest)];
  return values[(nearest + quarters) % 4];
}

/** y less the model's mean. Summed about the mean of y, so that a large offset costs no digits. */
export function residuals(design: Design, { k, m, delta, beta }: Parameters): Float64Array {
  const offset = design.y.reduce((sum, y) => sum + y, 0) / design.n;
  return design.y.map((y, i) => {
    const t = design.t[i];
    let rest = y - offset - (m - offset) - k * t;
    for (let j = 0; j < design.tChange.length; j++) {
      rest -= delta[j] * Math.max(t - design.tChange[j], 0);
    }
    for (let j = 0; j < design.features.length; j++) {
      rest -= beta[j] * design.features[j][i];
    }
    return rest;
  });
}

/** The log posterior as Stan reports it (without constants, without Jacobian). */
export function logPosterior(design: Design, parameters: Parameters): number {
  const { k, m, delta, beta, sigmaObs } = parameters;
  const rss = residuals(design, parameters).reduce((sum, r) => sum + r * r, 0);
  const l1 = Array.from(delta).reduce((sum, d) => sum + Math.abs(d), 0);
  const ridge = design.priorScales.reduce((sum, scale, j) => sum + (beta[j] / scale) ** 2 / 2, 0);
  const prior = (k * k + m * m) / 50 + l1 / design.tau + 2 * sigmaObs * sigmaObs + ridge;
  return -prior - design.n * Math.log(sigmaObs) - rss / (2 * sigmaObs * sigmaObs);
}

/**
 * One optimality condition: how far it is from holding, and what rounding may do to it: one unit in the last place of
 * what a residual is made of, in every row. That is y, or the sum of the model's terms where they exceed it because they
 * nearly cancel each other (yearly features over an hour).
 */
export interface Condition {
  readonly name: string;
  readonly residual: number;
  readonly rounding: number;
}

/** Every optimality condition of a fit with linear growth, or with k and delta left out for flat growth. */
export function conditions(design: Design, parameters: Parameters, growth: 'linear' | 'flat'): Condition[] {
  const { k, m, delta, beta, sigmaObs } = parameters;
  const { t, tChange, tau, n } = design;
  const variance = sigmaObs * sigmaObs;
  const rest = residuals(design, parameters);
  const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + Math.abs(value), 0);
  const largestY = design.y.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  const unit = (2 ** -52 * Math.max(largestY, Math.abs(k) + total(delta), total(beta))) / variance;
  const condition = (name: string, feature: ArrayLike<number>, toResidual: (pull: number) => number): Condition => {
    let sum = 0;
    let size = 0;
    for (let i = 0; i < n; i++) {
      sum += feature[i] * rest[i];
      size += Math.abs(feature[i]);
    }
    return { name, residual: Math.abs(toResidual(sum / variance)), rounding: unit * size };
  };
  const ones = new Float64Array(n).fill(1);
  const smooth = [
    condition('m', ones, (pull) => pull - m / 25),
    condition('sigma', rest, (pull) => pull - n - 4 * variance),
    ...design.features.map((feature, j) =>
      condition(`beta[${j}]`, feature, (pull) => pull - beta[j] / design.priorScales[j] ** 2),
    ),
  ];
  if (growth === 'flat') {
    return smooth;
  }
  const changes = tChange.map((start, j) => {
    const ramp = t.map((at) => Math.max(at - start, 0));
    const toResidual = (pull: number) =>
      delta[j] === 0 ? Math.max(Math.abs(pull) - 1 / tau, 0) : pull - Math.sign(delta[j]) / tau;
    return condition(`delta[${j}]`, ramp, toResidual);
  });
  return [...smooth, condition('k', t, (pull) => pull - k / 25), ...changes];
}
