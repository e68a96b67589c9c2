import type { Address, KernelExports } from './bindings.js';
import type { ModelParams, ModelScaling } from './model.js';
import type { Growth } from './prophetOptions.js';
import type { Seasonality } from './seasonality.js';

/** What the kernel needs for a fit. */
export interface FitInput {
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly scaling: ModelScaling;
  readonly growth: Growth;
  readonly seasonalities: readonly Seasonality[];
  /** Scaled times. */
  readonly changepoints: readonly number[];
  readonly changepointPriorScale: number;
}

/** What the kernel says of a fit. `settled` is false when the optimality conditions could not be met. */
export interface FitOutput {
  readonly status: 'certified' | 'rounding' | 'interpolating' | 'unsettled';
  readonly logPosterior: number;
  readonly kkt: number;
  readonly params: Omit<ModelParams, 'tChange'>;
}

/** The kernel behind plain numbers and arrays. */
export interface Kernel {
  fit(input: FitInput): FitOutput;
  /** The scaled trend at scaled times. */
  trend(t: Float64Array, params: ModelParams): Float64Array;
  /** One seasonality times `scale`. */
  seasonality(time: Float64Array, seasonality: Seasonality, beta: readonly number[], scale: number): Float64Array;
  /** Half the width of the interval at scaled times, in scaled units. */
  halfWidth(t: Float64Array, law: IntervalLaw): Float64Array;
}

/** The law of an observation about the point forecast. */
export interface IntervalLaw {
  readonly sigma: number;
  /** Scale of the Laplace law of future rate changes. */
  readonly changeScale: number;
  /** Future rate changes in one length of the history. */
  readonly changeRate: number;
  readonly intervalWidth: number;
}

const STATUSES = ['certified', 'rounding', 'interpolating', 'unsettled'] as const;

// The kernel's result: sigma, log posterior, KKT residual, k, m, betas, deltas (`assembly/fitSeries.ts`).
const RESULT_SCALARS = 5;

/** Wraps an instance; nothing else touches its memory. Every call starts from an empty memory. */
export function createKernel(exports: KernelExports): Kernel {
  const put = (values: ArrayLike<number>): Address => {
    const address = exports.allocate(values.length);
    new Float64Array(exports.memory.buffer, address, values.length).set(values);
    return address;
  };
  // The memory may have grown during a call, which detaches earlier views: take a new one, and copy out of it.
  const get = (address: Address, n: number) => new Float64Array(exports.memory.buffer, address, n).slice();

  return {
    fit(input) {
      exports.reset();
      const { time, scaling, seasonalities, changepoints } = input;
      const nBeta = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
      const nResults = RESULT_SCALARS + nBeta + changepoints.length;
      const result = exports.allocate(nResults);
      const status = exports.fit(
        time.length,
        put(time),
        put(input.y),
        scaling.timeScaleMs,
        scaling.yScale,
        scaling.yMin,
        input.growth === 'flat' ? 0 : 1,
        seasonalities.length,
        put(seasonalities.flatMap(({ periodMs, fourierOrder, priorScale }) => [periodMs, fourierOrder, priorScale])),
        changepoints.length,
        put(changepoints),
        input.changepointPriorScale,
        result,
      );
      return fitOutput(STATUSES[status], get(result, nResults), nBeta);
    },
    trend(t, { k, m, tChange, delta }) {
      exports.reset();
      const out = exports.allocate(t.length);
      exports.predictTrend(t.length, put(t), k, m, tChange.length, put(tChange), put(delta), out);
      return get(out, t.length);
    },
    seasonality(time, { periodMs, fourierOrder }, beta, scale) {
      exports.reset();
      const out = exports.allocate(time.length);
      exports.predictSeasonality(time.length, put(time), periodMs, fourierOrder, put(beta), scale, out);
      return get(out, time.length);
    },
    halfWidth(t, { sigma, changeScale, changeRate, intervalWidth }) {
      exports.reset();
      const out = exports.allocate(t.length);
      exports.predictHalfWidth(t.length, put(t), sigma, changeScale, changeRate, intervalWidth, out);
      return get(out, t.length);
    },
  };
}

function fitOutput(status: FitOutput['status'], result: Float64Array, nBeta: number): FitOutput {
  const [sigmaObs, logPosterior, kkt, k, m] = result;
  const beta = Array.from(result.subarray(RESULT_SCALARS, RESULT_SCALARS + nBeta));
  const delta = Array.from(result.subarray(RESULT_SCALARS + nBeta));
  return { status, logPosterior, kkt, params: { k, m, delta, beta, sigmaObs } };
}
