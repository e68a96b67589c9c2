/** Complete options of `decompose`, as `parseStlOptions` gives them. Windows and jumps are whole numbers. */
export interface StlOptions {
  /** Rows of one cycle: 2 or more. */
  readonly period: number;
  /** How many cycles the seasonality is smoothed over: odd, 3 or more. Default 7. */
  readonly seasonalWindow: number;
  /** Rows the trend is smoothed over: odd, 3 or more. Default 1.5 periods / (1 - 1.5 / seasonalWindow), rounded up. */
  readonly trendWindow: number;
  /** Rows between two fits of the seasonality, the trend and the low-pass filter. Default a tenth of each window. */
  readonly jumps: readonly [seasonal: number, trend: number, lowPass: number];
  /** True: outliers lose their weight, in 15 rounds. Default false. */
  readonly isRobust: boolean;
}

/** Options as the caller gives them: any but the period left out takes its default. */
export type StlOptionsInput = Pick<StlOptions, 'period'> & Partial<StlOptions>;

/**
 * Completes and checks options.
 * @throws RangeError naming the option, its value and what was expected.
 */
export function parseStlOptions(input: StlOptionsInput): StlOptions {
  const { period, seasonalWindow = 7, isRobust = false } = input;
  requireWhole('period', period, 2);
  requireWindow('seasonalWindow', seasonalWindow);
  const trendWindow = input.trendWindow ?? nextOdd((1.5 * period) / (1 - 1.5 / seasonalWindow));
  requireWindow('trendWindow', trendWindow);
  const tenths = [seasonalWindow, trendWindow, lowPassWindowOf(period)].map((window) => Math.ceil(window / 10));
  const jumps = input.jumps ?? ([tenths[0], tenths[1], tenths[2]] as const);
  jumps.forEach((jump) => requireWhole('jumps', jump, 1));
  return { period, seasonalWindow, trendWindow, jumps, isRobust };
}

/** Rows the low-pass filter is smoothed over: the smallest odd number above the period. */
export function lowPassWindowOf(period: number): number {
  return nextOdd(period + 1);
}

function nextOdd(value: number): number {
  const whole = Math.ceil(value);
  return whole % 2 === 1 ? whole : whole + 1;
}

function requireWhole(name: string, value: number, min: number): void {
  if (!Number.isInteger(value) || value < min) {
    throw new RangeError(`invalid ${name}: ${value} (expected a whole number, ${min} or more)`);
  }
}

function requireWindow(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 3 || value % 2 === 0) {
    throw new RangeError(`invalid ${name}: ${value} (expected an odd number, 3 or more)`);
  }
}
