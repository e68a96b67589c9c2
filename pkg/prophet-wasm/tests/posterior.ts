import type { Model, TimedHistory } from 'prophet-wasm';

import { featuresOf, type Feature } from './features.js';

/**
 * Prophet's posterior straight from its definition, row by row, without any of the kernel's shortcuts: the measure
 * that every fit is held against.
 */
export interface Design {
  readonly n: number;
  readonly growth: Model['options']['growth'];
  /** Scaled time, y and cap (0 without one) of the rows used, ascending in time. */
  readonly t: Float64Array;
  readonly y: Float64Array;
  readonly cap: Float64Array;
  /** One for each beta. */
  readonly features: readonly Feature[];
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

export function createDesign(history: TimedHistory, model: Model): Design {
  const { scaling, params, options } = model;
  const order = Array.from(history.time, (_, i) => i)
    .filter((i) => !Number.isNaN(history.y[i]))
    .sort((a, b) => history.time[a] - history.time[b]);
  const bound = (value: TimedHistory['cap'], i: number) => (typeof value === 'object' ? value[i] : (value ?? NaN));
  const floorAt = (i: number) => (scaling.hasFloor ? bound(history.floor, i) : scaling.yMin);
  const scaled = (value: number, i: number) => (value - floorAt(i)) / scaling.yScale;
  return {
    n: order.length,
    growth: options.growth,
    t: Float64Array.from(order, (i) => (history.time[i] - scaling.timeStart) / scaling.timeScaleMs),
    y: Float64Array.from(order, (i) => scaled(history.y[i], i)),
    cap: Float64Array.from(order, (i) => (options.growth === 'logistic' ? scaled(bound(history.cap, i), i) : 0)),
    features: featuresOf(model, history, order),
    tChange: params.tChange,
    tau: options.changepointPriorScale,
  };
}

/** Parts of a row's mean, and its derivatives by the straight sum of ramps and by the trend. */
interface Mean {
  /** The exponent, or with linear and flat growth the trend itself, less an offset that costs no digits. */
  readonly trend: number;
  readonly slope: number;
  readonly additive: number;
  readonly multiplicative: number;
}

function meanAt(design: Design, { k, m, delta, beta }: Parameters, offset: number, i: number): Mean {
  const t = design.t[i];
  let z = design.growth === 'logistic' ? k * (t - m) : m - offset + k * t;
  for (let j = 0; j < design.tChange.length; j++) {
    z += delta[j] * Math.max(t - design.tChange[j], 0);
  }
  let additive = 0;
  let multiplicative = 0;
  design.features.forEach(({ mode, column }, j) => {
    if (mode === 'additive') {
      additive += beta[j] * column[i];
    } else {
      multiplicative += beta[j] * column[i];
    }
  });
  if (design.growth !== 'logistic') {
    return { trend: z, slope: 1, additive, multiplicative };
  }
  const share = 1 / (1 + Math.exp(-z));
  const cap = design.cap[i];
  return { trend: cap * share, slope: cap * share * (1 - share), additive, multiplicative };
}

const offsetOf = ({ growth, y, n }: Design) =>
  growth === 'logistic' ? 0 : y.reduce((sum, value) => sum + value, 0) / n;

/** y less the model's mean. Summed about the mean of y, so that a large offset costs no digits. */
export function residuals(design: Design, parameters: Parameters): Float64Array {
  const offset = offsetOf(design);
  return design.y.map((y, i) => {
    const { trend, additive, multiplicative } = meanAt(design, parameters, offset, i);
    return y - offset - trend - (trend + offset) * multiplicative - additive;
  });
}

/** The log posterior as Stan reports it (without constants, without Jacobian). */
export function logPosterior(design: Design, parameters: Parameters): number {
  const { k, m, delta, beta, sigmaObs } = parameters;
  const rss = residuals(design, parameters).reduce((sum, r) => sum + r * r, 0);
  const l1 = Array.from(delta).reduce((sum, d) => sum + Math.abs(d), 0);
  const ridge = design.features.reduce((sum, { priorScale }, j) => sum + (beta[j] / priorScale) ** 2 / 2, 0);
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

/** The size of what the means are made of: y, the trend (with logistic growth, its cap), and the terms, which may exceed y. */
function partsOfMeans({ y, cap, features, growth }: Design, { k, m, delta, beta }: Parameters): number {
  const total = (values: ArrayLike<number>, counts: (i: number) => boolean = () => true) =>
    Array.from(values).reduce((sum, value, i) => sum + (counts(i) ? Math.abs(value) : 0), 0);
  const largest = Math.max(...y.map(Math.abs), ...cap);
  const rates = Math.abs(k) + total(delta);
  const trend = growth === 'logistic' ? largest * Math.max(1, rates) : Math.max(largest, Math.abs(m), rates);
  const additive = total(beta, (i) => features[i].mode === 'additive');
  const multiplicative = total(beta, (i) => features[i].mode === 'multiplicative');
  return Math.max(trend * Math.max(1, multiplicative), additive);
}

/** Every optimality condition of a fit; k and delta are left out for flat growth. */
export function conditions(design: Design, parameters: Parameters): Condition[] {
  const { k, m, delta, beta, sigmaObs } = parameters;
  const { t, tChange, tau, n, growth } = design;
  const variance = sigmaObs * sigmaObs;
  const rest = residuals(design, parameters);
  const unit = (2 ** -52 * partsOfMeans(design, parameters)) / variance;
  const offset = offsetOf(design);
  const means = Array.from(t, (_, i) => meanAt(design, parameters, offset, i));
  const condition = (
    name: string,
    derivative: (i: number) => number,
    toResidual: (pull: number) => number,
  ): Condition => {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      sum += derivative(i) * rest[i];
      squares += derivative(i) ** 2;
    }
    return { name, residual: Math.abs(toResidual(sum / variance)), rounding: unit * Math.sqrt(n * squares) };
  };
  const byExponent = (i: number) => means[i].slope * (1 + means[i].multiplicative);
  const level = growth === 'logistic' ? -k : 1;
  const smooth = [
    condition(
      'm',
      (i) => level * byExponent(i),
      (pull) => pull - m / 25,
    ),
    condition(
      'sigma',
      (i) => rest[i],
      (pull) => pull - n - 4 * variance,
    ),
    ...design.features.map(({ mode, column, priorScale }, j) =>
      condition(
        `beta[${j}]`,
        (i) => column[i] * (mode === 'additive' ? 1 : means[i].trend + offset),
        (pull) => pull - beta[j] / priorScale ** 2,
      ),
    ),
  ];
  if (growth === 'flat') {
    return smooth;
  }
  if (growth === 'logistic' && tChange.length === 1 && tChange[0] === 0) {
    // The change of Stan's program at time 0 has become part of m and k, whose priors saw them as they were before.
    return smooth.slice(1);
  }
  const changes = tChange.map((start, j) => {
    const toResidual = (pull: number) =>
      delta[j] === 0 ? Math.max(Math.abs(pull) - 1 / tau, 0) : pull - Math.sign(delta[j]) / tau;
    return condition(`delta[${j}]`, (i) => Math.max(t[i] - start, 0) * byExponent(i), toResidual);
  });
  const since = growth === 'logistic' ? m : 0;
  return [
    ...smooth,
    condition(
      'k',
      (i) => (t[i] - since) * byExponent(i),
      (pull) => pull - k / 25,
    ),
    ...changes,
  ];
}
