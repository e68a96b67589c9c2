import { invalid } from '../invalid.js';
import { MIN_PRIOR_SCALE } from './limits.js';
import type { Mode } from './prophetOptions.js';

/** @throws RangeError unless the value is one of the choices. */
export function parseChoice<T extends string>(name: string, value: T, choices: readonly T[]): T {
  if (!choices.includes(value)) {
    throw invalid(name, value, choices.join(' or '));
  }
  return value;
}

/** @throws RangeError unless the value says how a component joins the trend. */
export function parseMode(name: string, value: Mode): Mode {
  return parseChoice(name, value, ['additive', 'multiplicative']);
}

/** @throws RangeError unless the value is a finite number above 0. */
export function parsePositive(name: string, value: number): number {
  if (typeof value !== 'number' || !(value > 0 && value < Infinity)) {
    throw invalid(name, value, 'a number above 0');
  }
  return value;
}

/** @throws RangeError unless the value is a prior's scale. */
export function parsePriorScale(name: string, value: number): number {
  if (parsePositive(name, value) < MIN_PRIOR_SCALE) {
    throw invalid(name, value, `at least ${MIN_PRIOR_SCALE}; leave out what should have no part`);
  }
  return value;
}

/** @throws RangeError unless the value is a whole number within the bounds. */
export function parseWhole(name: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalid(name, value, `a whole number from ${least} to ${most}`);
  }
  return value;
}

/**
 * Reads a list item by item.
 * @throws RangeError where it is no list, or as `parse` does.
 */
export function parseList<T, R>(name: string, value: readonly T[], parse: (item: T, i: number) => R): readonly R[] {
  if (!Array.isArray(value)) {
    throw invalid(name, value, 'a list');
  }
  return Array.from(value, parse);
}
