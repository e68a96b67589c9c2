import { durationText, type TimeSpan } from 'foreband-detector';

import { parseMaintenance } from './parseMaintenance.js';

import { DASHBOARD_ZONE } from './dashboardZone.js';
import { isTimeZone } from './isTimeZone.js';
import type { NumberSetting, NumericSetting, Setting, TextSetting } from './setting.js';

const MAX_EVENTS_LENGTH = 200_000;

type Bounds = Pick<NumberSetting, 'min' | 'max'>;

function isWithin(value: unknown, { min, max }: Bounds): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
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

function acceptsNumber(setting: NumericSetting, value: unknown): boolean {
  const isOptional = setting.kind !== 'number' && setting.kind !== 'duration';
  const isWhole = setting.kind === 'number' && setting.isWhole === true;
  return (isOptional && value === null) || (isWithin(value, setting) && (!isWhole || Number.isInteger(value)));
}

/** Why lines of maintenance cannot be read, with the line; undefined where they can. */
function maintenanceProblem(text: string): string | undefined {
  try {
    parseMaintenance(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function acceptsText({ kind }: TextSetting, value: unknown): boolean {
  if (typeof value !== 'string') {
    return false;
  }
  switch (kind) {
    case 'timeZone':
      return value === DASHBOARD_ZONE || isTimeZone(value);
    case 'region':
      return /^([A-Z]{2}(-[A-Z0-9]+){0,2})?$/i.test(value);
    case 'events':
      return value.length <= MAX_EVENTS_LENGTH;
    case 'maintenance':
      return maintenanceProblem(value) === undefined;
  }
}

/** Whether a value is one that the setting takes. */
export function accepts(setting: Setting, value: unknown): boolean {
  switch (setting.kind) {
    case 'choice':
      return setting.choices.some((choice) => choice.value === value);
    case 'spans':
      return Array.isArray(value) && value.every(isSpan);
    case 'timeZone':
    case 'region':
    case 'events':
    case 'maintenance':
      return acceptsText(setting, value);
    default:
      return acceptsNumber(setting, value);
  }
}

function rangeText({ min, max }: Bounds, kind: string, unit = ''): string {
  if (max === Infinity) {
    return min === -Infinity ? kind : `${min}${unit} or more`;
  }
  return kind === 'a number' ? `${min} to ${max}${unit}` : `${kind} from ${min} to ${max}${unit}`;
}

const kindOfNumber = (setting: NumericSetting) =>
  setting.kind === 'number' && setting.isWhole === true ? 'a whole number' : 'a number';

// Three figures are enough to tell a bound by; of thousands all are.
function roundedBound(value: number): number {
  return Math.abs(value) < 1000 ? Number(value.toPrecision(3)) : Math.round(value);
}

/** Numbers to type for the setting, in the unit it is shown in, to complete "expected". */
export function shownExpectationOf(setting: NumericSetting): string {
  const { unit = '', factor = 1 } = setting.shown ?? {};
  const bounds = { min: roundedBound(setting.min / factor), max: roundedBound(setting.max / factor) };
  return rangeText(bounds, kindOfNumber(setting), unit === '' || unit === '%' ? unit : ` ${unit}`);
}

const durationsText = ({ min, max }: Bounds) => `${durationText(min)} to ${durationText(max)}, in ms`;

/** Values that the setting takes as they are stored, to complete "expected". */
export function expectationOf(setting: Setting): string {
  switch (setting.kind) {
    case 'number':
      return rangeText(setting, kindOfNumber(setting));
    case 'duration':
      return durationsText(setting);
    case 'optionalDuration':
      return `${durationsText(setting)}, or null for none`;
    case 'optionalNumber':
      return `${rangeText(setting, 'a number')}, or null for none`;
    case 'switchedNumber':
      return `${rangeText(setting, 'a number')}, or null for off`;
    case 'choice':
      return setting.choices.map(({ value }) => value).join(', ');
    case 'spans':
      return 'a list of { start, end } in epoch milliseconds, start not after end';
    case 'timeZone':
      return `the name of a time zone such as Europe/Berlin, UTC, or ${DASHBOARD_ZONE}`;
    case 'region':
      return 'a country, state, or region such as DE, DE-BY, or US-CA, or nothing';
    case 'maintenance':
      return 'lines such as "Sun 02:00 to 04:00", or nothing';
    case 'events':
      return `a text of at most ${MAX_EVENTS_LENGTH.toLocaleString('en-US')} characters`;
  }
}

// A pasted calendar would hide what is wrong with it.
const LONGEST_QUOTE = 200;

/** The error for a value that a setting does not take. */
export function invalidSetting(name: string, value: unknown, expected: string): RangeError {
  const text = JSON.stringify(value) ?? String(value);
  const quoted = text.length > LONGEST_QUOTE ? `${text.length} characters` : text;
  return new RangeError(`invalid ${name}: ${quoted} (expected ${expected})`);
}

/**
 * Refuses what the setting does not take.
 * @throws RangeError that names the setting, the value and what is allowed.
 */
export function checkSetting(name: string, setting: Setting, value: unknown): void {
  if (!accepts(setting, value)) {
    const problem = setting.kind === 'maintenance' && typeof value === 'string' ? maintenanceProblem(value) : undefined;
    if (problem !== undefined) {
      throw new RangeError(problem);
    }
    throw invalidSetting(name, value, expectationOf(setting));
  }
}
