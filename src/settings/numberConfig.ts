import { accepts, shownExpectationOf, type Setting } from 'foreband-engine';

/** How a stored number is shown and typed. */
export interface NumberInputConfig {
  /** Smallest and largest number shown. Default any. */
  readonly min?: number;
  readonly max?: number;
  /** Shown after the number. */
  readonly unit?: string;
  /** The stored value is this many times the number shown, for instance 86,400,000 for days. */
  readonly factor: number;
  /** The numbers that can be typed, to complete "Expected". */
  readonly expectation: string;
  /** Whether a value can be stored. */
  readonly isAccepted: (value: number) => boolean;
}

// So that a share of 0.999 is 99.9% and not a hair less.
const rounded = (value: number) => Number(value.toPrecision(12));

const unlessInfinite = (value: number) => (Number.isFinite(value) ? rounded(value) : undefined);

/**
 * How the number of a setting is typed and shown.
 * @throws Error for a setting that is no number.
 */
export function numberConfig(setting: Setting): NumberInputConfig {
  if (!('min' in setting)) {
    throw new Error(`invalid editor of ${setting.label}: add it with addSettings, which chooses by kind`);
  }
  const { unit, factor = 1 } = setting.shown ?? {};
  return {
    min: unlessInfinite(setting.min / factor),
    max: unlessInfinite(setting.max / factor),
    unit,
    factor,
    expectation: shownExpectationOf(setting),
    isAccepted: (value) => accepts(setting, value),
  };
}

/** A stored value as it is shown; empty for none. */
export function shownNumber(value: number | null | undefined, { factor }: NumberInputConfig): string {
  return value === null || value === undefined ? '' : String(rounded(value / factor));
}

/** The value to store for what was typed; undefined for nothing, NaN for what cannot be accepted. */
export function parseTyped(typed: string, { factor, isAccepted }: NumberInputConfig): number | undefined {
  if (typed.trim() === '') {
    return undefined;
  }
  const value = rounded(Number(typed) * factor);
  return isAccepted(value) ? value : NaN;
}
