import type { TimeSpan } from 'foreband-detector';

import { DASHBOARD_ZONE } from './dashboardZone.js';
import { migrateSettings } from './migrateSettings.js';
import { defaultSettings, type DetectorSettings } from './settings.js';

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

function orNone(expected: string, holds: (value: number) => boolean = () => true): Check {
  const check = number(`${expected}, or nothing`, holds);
  return (name, value) => {
    if (value !== null) {
      check(name, value);
    }
  };
}

function oneOf(...allowed: readonly string[]): Check {
  return (name, value) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      throw invalid(name, value, allowed.join(', '));
    }
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function timeZone(name: string, value: unknown): void {
  if (typeof value !== 'string' || (value !== DASHBOARD_ZONE && !isTimeZone(value))) {
    throw invalid(name, value, `the name of a time zone as Europe/Berlin, UTC, or ${DASHBOARD_ZONE}`);
  }
}

const MAX_EVENTS_LENGTH = 200_000;

function eventText(name: string, value: unknown): void {
  if (typeof value !== 'string') {
    throw invalid(name, value, 'a text');
  }
  if (value.length > MAX_EVENTS_LENGTH) {
    throw new RangeError(`invalid ${name}: ${value.length} characters (expected at most ${MAX_EVENTS_LENGTH})`);
  }
}

function region(name: string, value: unknown): void {
  if (typeof value !== 'string' || !/^([A-Z]{2}(-[A-Z0-9]+){0,2})?$/i.test(value)) {
    throw invalid(name, value, 'a country, state or region as DE, DE-BY or US-CA, or nothing');
  }
}

function rows(name: string, value: unknown): void {
  const isRow = (row: unknown) => typeof row === 'object' && row !== null && 'name' in row;
  if (!Array.isArray(value) || !value.every(isRow)) {
    throw invalid(name, value, 'a list of holidays and events');
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

const whole = (min: number, max: number) =>
  number(`a whole number from ${min} to ${max}`, (value) => Number.isInteger(value) && value >= min && value <= max);
const count = whole(1, 1000);
const order = whole(1, 50);
const pattern = oneOf('auto', 'on', 'off');
const anyOrNone = orNone('a number');
const zeroOrMore = number('0 or more', (value) => value >= 0);

const checks: Readonly<Record<keyof DetectorSettings, Check>> = {
  trainingWindowMs: number('one hour to two years, in ms', (value) => value >= 60 * MINUTE_MS && value <= 731 * DAY_MS),
  stepMs: number('one second to one day, in ms', (value) => value >= 1000 && value <= DAY_MS),
  exclusions: spans,
  growth: oneOf('linear', 'flat', 'logistic'),
  growthCap: anyOrNone,
  growthFloor: anyOrNone,
  seasonalityMode: oneOf('additive', 'multiplicative'),
  timeZone,
  holidayRegion: region,
  holidayEffect: oneOf('shared', 'separate'),
  events: eventText,
  calendarRows: rows,
  dailySeasonality: pattern,
  weeklySeasonality: pattern,
  yearlySeasonality: pattern,
  dailyOrder: order,
  weeklyOrder: order,
  yearlyOrder: order,
  changepointPriorScale: number('above 0', (value) => value > 0),
  nChangepoints: whole(0, 1000),
  changepointRange: number('0 to 1', (value) => value >= 0 && value <= 1),
  robustDeviations: orNone('2 or more', (value) => value >= 2),
  intervalWidth: number('above 0 and below 1', (value) => value > 0 && value < 1),
  calibrationShare: orNone('0.5 to 0.999', (value) => value >= 0.5 && value <= 0.999),
  horizonMs: zeroOrMore,
  thresholdMultiplier: number('above 0', (value) => value > 0),
  direction: oneOf('both', 'above', 'below'),
  minDeviationAbsolute: zeroOrMore,
  minDeviationRelative: zeroOrMore,
  n: count,
  m: count,
  normalMin: anyOrNone,
  normalMax: anyOrNone,
  limitMin: anyOrNone,
  limitMax: anyOrNone,
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
  requireOrder(settings, 'growthFloor', 'growthCap');
  requireOrder(settings, 'normalMin', 'limitMax');
  requireOrder(settings, 'limitMin', 'normalMax');
}

function isSettingName(name: string): name is keyof DetectorSettings {
  return Object.hasOwn(checks, name);
}

/**
 * Completes stored settings, those of older versions too, with the defaults. Names it does not know are ignored, so that a dashboard written by a
 * newer version still opens. A window `m` smaller than `n` becomes `n`: whoever raises `n` first means no error.
 *
 * @throws RangeError that names the setting, its value and what is allowed.
 */
export function parseSettings(stored: PartialSettings = {}): DetectorSettings {
  const given = Object.entries(migrateSettings(stored)).filter(
    ([name, value]) => isSettingName(name) && value !== undefined,
  );
  for (const [name, value] of given) {
    if (isSettingName(name)) {
      checks[name](name, value);
    }
  }
  const settings: DetectorSettings = { ...defaultSettings, ...Object.fromEntries(given) };
  requireConsistentBounds(settings);
  return { ...settings, m: Math.max(settings.n, settings.m) };
}
