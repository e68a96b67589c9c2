import type { ResolvedOptions, SeasonalitySwitch } from '../options/prophetOptions.js';
import type { InactiveSeasonality, Seasonality } from './seasonality.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface BuiltIn {
  readonly name: 'yearly' | 'weekly' | 'daily';
  readonly periodMs: number;
  readonly fourierOrder: number;
  /** Under `auto`: the history must span this much, and its smallest step stay below `stepBelowMs`. */
  readonly spanFromMs: number;
  readonly stepBelowMs: number;
}

/** Prophet's rules, in the order of the columns. */
const builtIns: readonly BuiltIn[] = [
  { name: 'yearly', periodMs: 365.25 * DAY_MS, fourierOrder: 10, spanFromMs: 730 * DAY_MS, stepBelowMs: Infinity },
  { name: 'weekly', periodMs: 7 * DAY_MS, fourierOrder: 3, spanFromMs: 14 * DAY_MS, stepBelowMs: 7 * DAY_MS },
  { name: 'daily', periodMs: DAY_MS, fourierOrder: 4, spanFromMs: 2 * DAY_MS, stepBelowMs: DAY_MS },
];

/** Which seasonalities the model has, in the order of their columns, and which built-in ones it has not. */
export interface ChosenSeasonalities {
  readonly active: readonly Seasonality[];
  readonly inactive: readonly InactiveSeasonality[];
}

/** Span and smallest step of a history, which the rules look at. */
export interface TimeShape {
  /** From the first row to the last, in milliseconds. */
  readonly spanMs: number;
  /** The smallest distance between two different times, or the first one found below `enough`; milliseconds. */
  readonly smallestStepMs: (enough: number) => number;
}

/** Applies the options and Prophet's automatic rules to a history. */
export function chooseSeasonalities(history: TimeShape, options: ResolvedOptions): ChosenSeasonalities {
  const active = new Map<string, Seasonality>(options.seasonalities.map((custom) => [custom.name, custom]));
  const inactive: InactiveSeasonality[] = [];
  for (const builtIn of builtIns) {
    const { name } = builtIn;
    const order = forcedOrder(options[`${name}Seasonality`], builtIn.fourierOrder);
    if (order !== undefined && order > 0) {
      active.set(name, { ...completed(builtIn, options), fourierOrder: order });
    } else if (!active.has(name)) {
      const reason = order === 0 ? 'switched off' : reasonAgainst(builtIn, history);
      if (reason === undefined) {
        active.set(name, completed(builtIn, options));
      } else {
        inactive.push({ name, reason });
      }
    }
  }
  return { active: [...active.values()], inactive };
}

function completed({ name, periodMs, fourierOrder }: BuiltIn, options: ResolvedOptions): Seasonality {
  const { seasonalityPriorScale: priorScale, seasonalityMode: mode } = options;
  return { name, periodMs, fourierOrder, priorScale, mode, conditionName: null };
}

/** The order an option insists on: 0 for off, undefined when the history decides. */
function forcedOrder(chosen: SeasonalitySwitch, usual: number): number | undefined {
  if (chosen === 'auto') {
    return undefined;
  }
  if (typeof chosen === 'number') {
    return chosen;
  }
  return chosen ? usual : 0;
}

function reasonAgainst(builtIn: BuiltIn, { spanMs, smallestStepMs }: TimeShape): string | undefined {
  if (spanMs < builtIn.spanFromMs) {
    return `the history spans ${duration(spanMs)}, less than ${duration(builtIn.spanFromMs)}`;
  }
  const stepMs = smallestStepMs(builtIn.stepBelowMs);
  if (stepMs >= builtIn.stepBelowMs) {
    return `the rows are ${duration(stepMs)} apart, not less than ${duration(builtIn.stepBelowMs)}`;
  }
  return undefined;
}

/** The shape of a column of times, epoch milliseconds, ascending. */
export function shapeOf(time: Float64Array): TimeShape {
  return {
    spanMs: time[time.length - 1] - time[0],
    smallestStepMs: (enough) => smallestStep(time, enough),
  };
}

function smallestStep(time: Float64Array, enough: number): number {
  let smallest = Infinity;
  for (let i = 1; i < time.length && smallest >= enough; i++) {
    const step = time[i] - time[i - 1];
    if (step > 0 && step < smallest) {
      smallest = step;
    }
  }
  return smallest;
}

function duration(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms - days * DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms - days * DAY_MS - hours * HOUR_MS) / 60_000);
  const parts = [
    { count: days, unit: 'd' },
    { count: hours, unit: 'h' },
    { count: minutes, unit: 'min' },
  ].filter(({ count }) => count > 0);
  return parts.length === 0 ? 'under 1 min' : parts.map(({ count, unit }) => `${count} ${unit}`).join(' ');
}
