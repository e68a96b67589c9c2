import type { ModelParams, ModelScaling } from '../fit/model.js';
import type { Growth } from '../options/prophetOptions.js';
import type { Address, KernelExports } from './bindings.js';
import { NULL, type KernelMemory } from './memory.js';
import { coefficientsOf, GROWTHS, type KernelTerm } from './term.js';

/** The law of an observation about the point forecast. */
export interface IntervalLaw {
  readonly sigma: number;
  /** Scale of the Laplace law of future rate changes. */
  readonly changeScale: number;
  /** Future rate changes in one length of the history. */
  readonly changeRate: number;
  readonly intervalWidth: number;
}

/** Rows at which a trend is wanted. */
export interface TrendInput {
  readonly growth: Growth;
  readonly params: ModelParams;
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  readonly scaling: Pick<ModelScaling, 'timeStart' | 'timeScaleMs'>;
  /** Of logistic growth, scaled; else null. */
  readonly cap: Float64Array | null;
  readonly law: IntervalLaw;
}

/** Rows to forecast. */
export interface PredictInput extends TrendInput {
  /** Clock that the seasonalities follow, milliseconds; may be `time` itself. */
  readonly clock: Float64Array;
  /** Distance of two rows in ms where they are regular, else 0. */
  readonly stepMs: number;
  readonly terms: readonly KernelTerm[];
}

/** How far bounds lie from what they are the bounds of, in scaled units. */
export interface Bounds {
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** Columns of one length, in scaled units; views of one buffer. */
export interface ScaledForecast extends Bounds {
  readonly trend: Float64Array;
  /** Sum of the additive terms. */
  readonly additive: Float64Array;
  /** Sum of the multiplicative terms, as shares of the trend. */
  readonly multiplicative: Float64Array;
  /** Every term by itself. */
  readonly terms: readonly Float64Array[];
}

/** A trend and its bounds, in scaled units; views of one buffer. */
export interface ScaledTrend extends Bounds {
  readonly trend: Float64Array;
}

/** The kernel's forecast. */
export function predictRows(exports: KernelExports, memory: KernelMemory, input: PredictInput): ScaledForecast {
  memory.clear();
  const { growth, time, clock, terms, law } = input;
  const n = time.length;
  const columns = createColumns(memory, n, 5 + terms.length);
  const [trend, additive, multiplicative, below, above] = columns.addresses;
  const at = predictTrend(exports, memory, input, trend);
  const clockAddress = clock === time ? at.time : memory.put(clock);
  let beta = memory.put(input.params.beta);
  terms.forEach((term, i) => {
    exports.predictTerm(
      n,
      clockAddress,
      term.periodMs,
      term.fourierOrder,
      cycleOf(term.periodMs, input.stepMs),
      memory.putColumn(term.column),
      beta,
      columns.addresses[5 + i],
      term.mode === 'multiplicative' ? multiplicative : additive,
    );
    beta += 8 * coefficientsOf(term);
  });
  exports.predictInterval(
    n,
    at.t,
    GROWTHS[growth],
    at.exponent,
    at.cap,
    terms.some(({ mode }) => mode === 'multiplicative') ? multiplicative : NULL,
    law.sigma,
    law.changeScale,
    law.changeRate,
    law.intervalWidth,
    below,
    above,
  );
  const [trendView, additiveView, multiplicativeView, belowView, aboveView, ...termViews] = columns.views();
  return {
    trend: trendView,
    additive: additiveView,
    multiplicative: multiplicativeView,
    below: belowView,
    above: aboveView,
    terms: termViews,
  };
}

/** The kernel's trend, with an interval of its own. */
export function predictTrendRows(exports: KernelExports, memory: KernelMemory, input: TrendInput): ScaledTrend {
  memory.clear();
  const { time, growth, law } = input;
  const columns = createColumns(memory, time.length, 3);
  const [trend, below, above] = columns.addresses;
  const at = predictTrend(exports, memory, input, trend);
  exports.predictTrendInterval(
    time.length,
    at.t,
    GROWTHS[growth],
    at.exponent,
    at.cap,
    law.changeScale,
    law.changeRate,
    law.intervalWidth,
    below,
    above,
  );
  const [trendView, belowView, aboveView] = columns.views();
  return { trend: trendView, below: belowView, above: aboveView };
}

/** Writes the trend, and says where its inputs and its exponent are. */
function predictTrend(exports: KernelExports, memory: KernelMemory, input: TrendInput, out: Address) {
  const { growth, params, scaling } = input;
  const { k, m, tChange, delta } = params;
  const n = input.time.length;
  const time = memory.put(input.time);
  const t = memory.allocate(n);
  const cap = memory.putColumn(input.cap);
  const exponent = memory.allocate(n);
  const changepoints = memory.put(tChange);
  exports.predictTrend(
    n,
    time,
    scaling.timeStart,
    scaling.timeScaleMs,
    GROWTHS[growth],
    k,
    m,
    tChange.length,
    changepoints,
    memory.put(delta),
    cap,
    t,
    exponent,
    out,
  );
  return { time, t, cap, exponent };
}

/** Columns side by side, so that they leave the kernel in one copy. */
function createColumns(memory: KernelMemory, n: number, count: number) {
  const start = memory.allocate(n * count);
  return {
    addresses: Array.from({ length: count }, (_, i): Address => start + 8 * n * i),
    views(): readonly Float64Array[] {
      const all = memory.get(start, n * count);
      return Array.from({ length: count }, (_, i) => all.subarray(i * n, (i + 1) * n));
    },
  };
}

/** Rows after which a regular clock has turned a period exactly; 0 where there is no such number. */
function cycleOf(periodMs: number, stepMs: number): number {
  const rows = periodMs / stepMs;
  return stepMs > 0 && Number.isInteger(rows) && rows * stepMs === periodMs ? rows : 0;
}
