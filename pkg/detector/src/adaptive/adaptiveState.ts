import { adaptiveParameters } from './adaptiveParameters.js';
import type { RecurringSize } from './recurringSizes.js';

/**
 * The state of the adaptive score at the end of a training: read by `replayAdaptive`, part of the fitted model,
 * plain JSON. With it, a row needs nothing but the rows of the hours before it.
 */
export interface AdaptiveState {
  /** Distance of the rows it was read from, milliseconds; rows of another step cannot be scored with it. */
  readonly stepMs: number;
  /** The moment it was read, epoch milliseconds: the end of the training. */
  readonly end: number;
  /** How long the series was known by then, milliseconds, at least 0. */
  readonly ageMs: number;
  /** Size of a usual deviation, in the unit of the series, above 0. */
  readonly scale: number;
  /** The excursions that recur at about the same time of every day, by side; in order of time, without overlap. */
  readonly recurring: { readonly above: readonly RecurringSize[]; readonly below: readonly RecurringSize[] };
  /** Mean and standard deviation of the unrest, in scales; null while the series is known for less than a day. */
  readonly unrest: { readonly mean: number; readonly deviation: number } | null;
  /** Size of a usual bias, in the unit of the series, above 0; null while too few values are known. */
  readonly biasScale: number | null;
  /** The budget's factor on the threshold: 1 where it has no need to raise it, at most 10. */
  readonly budget: number;
}

const DAY = 86_400_000;
const { budgetMax } = adaptiveParameters;

/**
 * Reads a stored state: the value that `JSON.parse` made of it. Unknown fields are left out.
 * @param name what errors call it. Default 'state'.
 * @throws RangeError that names the field and what was expected.
 */
export function parseAdaptiveState(value: unknown, name = 'state'): AdaptiveState {
  const state = recordOf(value, name);
  const stepMs = numberOf(state, name, 'stepMs', isStep, 'milliseconds that divide a day');
  const recurring = recordOf(state.recurring, `${name}.recurring`);
  return {
    stepMs,
    end: numberOf(state, name, 'end', Number.isFinite, 'epoch milliseconds'),
    ageMs: numberOf(state, name, 'ageMs', isFrom(0), '0 or more'),
    scale: numberOf(state, name, 'scale', isPositive, 'above 0'),
    recurring: {
      above: sizesOf(recurring.above, `${name}.recurring.above`, stepMs),
      below: sizesOf(recurring.below, `${name}.recurring.below`, stepMs),
    },
    unrest: state.unrest === null ? null : unrestOf(recordOf(state.unrest, `${name}.unrest`), `${name}.unrest`),
    biasScale: state.biasScale === null ? null : numberOf(state, name, 'biasScale', isPositive, 'above 0, or null'),
    budget: numberOf(state, name, 'budget', (budget) => budget >= 1 && budget <= budgetMax, `1 to ${budgetMax}`),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const isStep = (value: number) => Number.isInteger(value) && value > 0 && DAY % value === 0;
const isPositive = (value: number) => value > 0 && value < Infinity;
const isFrom = (least: number) => (value: number) => value >= least && value < Infinity;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown, name: string): Fields {
  if (!isFields(value)) {
    throw new RangeError(`invalid ${name}: ${textOf(value)} (expected an object)`);
  }
  return value;
}

function numberOf(
  fields: Fields,
  name: string,
  field: string,
  isValid: (value: number) => boolean,
  expected: string,
): number {
  const value = fields[field];
  if (typeof value !== 'number' || !isValid(value)) {
    throw new RangeError(`invalid ${name}.${field}: ${textOf(value)} (expected ${expected})`);
  }
  return value;
}

function unrestOf(fields: Fields, name: string): NonNullable<AdaptiveState['unrest']> {
  return {
    mean: numberOf(fields, name, 'mean', isFrom(0), '0 or more'),
    deviation: numberOf(fields, name, 'deviation', isPositive, 'above 0'),
  };
}

function sizesOf(value: unknown, name: string, stepMs: number): readonly RecurringSize[] {
  if (!Array.isArray(value) || value.length > DAY / stepMs) {
    throw new RangeError(`invalid ${name}: ${textOf(value)} (expected a list of at most ${DAY / stepMs})`);
  }
  let end = 0;
  return value.map((item: unknown, place) => {
    const at = `${name}[${place}]`;
    const fields = recordOf(item, at);
    const isSlot = (time: number) => time >= end && time <= DAY && time % stepMs === 0;
    const startMs = numberOf(fields, at, 'startMs', isSlot, `a multiple of ${stepMs} from ${end} on`);
    end = startMs + stepMs;
    const endMs = numberOf(fields, at, 'endMs', isSlot, `a multiple of ${stepMs} from ${end} to ${DAY}`);
    end = endMs;
    return { startMs, endMs, size: numberOf(fields, at, 'size', isPositive, 'above 0') };
  });
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? `a list of ${value.length}` : (JSON.stringify(value) ?? String(value)).slice(0, 100);
}
