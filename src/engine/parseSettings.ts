import type { TimeSpan } from 'foreband-detector';

import { defaultSettings, type DetectorSettings, type SeasonalitySetting } from './settings';

/** Settings as stored in a query or in panel options: each may be missing. */
export type PartialSettings = Partial<DetectorSettings>;

type Check = (name: string, value: unknown) => void;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function invalid(name: string, value: unknown, expected: string): RangeError {
  return new RangeError(`invalid ${name}: ${JSON.stringify(value)} (expected ${expected})`);
}

function number(expected: string, holds: (value: number) => boolean): Check {
  return (name, value) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || !holds(value)) {
      throw invalid(name, value, expected);
    }
  };
}

function numberOrNone(name: string, value: unknown): void {
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) {
    throw invalid(name, value, 'a number, or nothing');
  }
}

function oneOf(...allowed: readonly string[]): Check {
  return (name, value) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      throw invalid(name, value, allowed.join(', '));
    }
  };
}

function isSeasonality(value: unknown): value is SeasonalitySetting {
  const isOrder = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 50;
  return isOrder || value === 'auto' || value === 'on' || value === 'off';
}

function seasonality(name: string, value: unknown): void {
  if (!isSeasonality(value)) {
    throw invalid(name, value, 'auto, on, off or a Fourier order from 1 to 50');
  }
}

function isSpan(value: unknown): value is TimeSpan {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    Number.isFinite(value.start) &&
    Number.isFinite(value.end) &&
    Number(value.start) <= Number(value.end)
  );
}

function spans(name: string, value: unknown): void {
  if (!Array.isArray(value) || !value.every(isSpan)) {
    throw invalid(name, value, 'a list of { start, end } in epoch milliseconds, start not after end');
  }
}

const count = number(
  'a whole number from 1 to 1000',
  (value) => Number.isInteger(value) && value >= 1 && value <= 1000,
);
const zeroOrMore = number('0 or more', (value) => value >= 0);

const checks: Readonly<Record<keyof DetectorSettings, Check>> = {
  trainingWindowMs: number('one hour to two years, in ms', (value) => value >= 60 * MINUTE_MS && value <= 731 * DAY_MS),
  stepMs: number('one second to one day, in ms', (value) => value >= 1000 && value <= DAY_MS),
  exclusions: spans,
  growth: oneOf('linear', 'flat'),
  dailySeasonality: seasonality,
  weeklySeasonality: seasonality,
  yearlySeasonality: seasonality,
  changepointPriorScale: number('above 0', (value) => value > 0),
  intervalWidth: number('above 0 and below 1', (value) => value > 0 && value < 1),
  horizonMs: zeroOrMore,
  thresholdMultiplier: number('above 0', (value) => value > 0),
  direction: oneOf('both', 'above', 'below'),
  minDeviationAbsolute: zeroOrMore,
  minDeviationRelative: zeroOrMore,
  n: count,
  m: count,
  normalMin: numberOrNone,
  normalMax: numberOrNone,
  limitMin: numberOrNone,
  limitMax: numberOrNone,
};

function requireOrder(settings: DetectorSettings, lower: keyof DetectorSettings, upper: keyof DetectorSettings): void {
  const [low, high] = [settings[lower], settings[upper]];
  if (typeof low === 'number' && typeof high === 'number' && low > high) {
    throw invalid(lower, low, `at most ${upper} = ${high}`);
  }
}

// What each bound allows by itself may still contradict another one.
function requireConsistentBounds(settings: DetectorSettings): void {
  requireOrder(settings, 'limitMin', 'limitMax');
  requireOrder(settings, 'normalMin', 'normalMax');
  requireOrder(settings, 'limitMin', 'normalMin');
  requireOrder(settings, 'normalMax', 'limitMax');
  requireOrder(settings, 'normalMin', 'limitMax');
  requireOrder(settings, 'limitMin', 'normalMax');
}

function isSettingName(name: string): name is keyof DetectorSettings {
  return Object.hasOwn(checks, name);
}

/**
 * Completes stored settings with the defaults. Names it does not know are ignored, so that a dashboard written by a
 * newer version still opens. A window `m` smaller than `n` becomes `n`: whoever raises `n` first means no error.
 *
 * @throws RangeError that names the setting, its value and what is allowed.
 */
export function parseSettings(stored: PartialSettings = {}): DetectorSettings {
  const given = Object.entries(stored).filter(([name, value]) => isSettingName(name) && value !== undefined);
  for (const [name, value] of given) {
    if (isSettingName(name)) {
      checks[name](name, value);
    }
  }
  const settings: DetectorSettings = { ...defaultSettings, ...Object.fromEntries(given) };
  requireConsistentBounds(settings);
  return { ...settings, m: Math.max(settings.n, settings.m) };
}
