import { invalid } from '../invalid.js';
import { isNestedDeeper } from './isNestedDeeper.js';

/**
 * Turns a value of unknown shape into a T, or throws a RangeError that names `at`, the place of the value. Readers look
 * only at the fields they know, so that a deep, wide or cyclic value costs no more than its known part.
 */
export type Reader<T> = (value: unknown, at: string) => T;

/** One reader for every field of T: a field without its row does not compile. */
export type Fields<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** The error for a value that cannot be read; long values are cut. */
export function unreadable(at: string, value: unknown, expected: string): RangeError {
  const shown = typeof value === 'string' && value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return invalid(at, shown, expected);
}

/** A finite number from `low` to `high`. */
export function number(low = -Number.MAX_VALUE, high = Number.MAX_VALUE): Reader<number> {
  return (value, at) => {
    if (typeof value === 'number' && value >= low && value <= high) {
      return value;
    }
    throw unreadable(at, value, rangeName('a finite number', low, high));
  };
}

/** A whole number from `low` to `high`. */
export function wholeNumber(low: number, high: number): Reader<number> {
  return (value, at) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high) {
      return value;
    }
    throw unreadable(at, value, rangeName('a whole number', low, high));
  };
}

function rangeName(kind: string, low: number, high: number): string {
  const from = low === -Number.MAX_VALUE ? '' : ` from ${low}`;
  return `${kind}${from}${high === Number.MAX_VALUE ? '' : ` to ${high}`}`;
}

/** The smallest size that a scale may have: below it, dividing by it overflows. */
const LEAST_SCALE = 1e-200;

/** A finite number above 0, large enough to divide by. */
export const positive: Reader<number> = (value, at) => {
  if (typeof value === 'number' && value >= LEAST_SCALE && value < Infinity) {
    return value;
  }
  throw unreadable(at, value, 'a finite number above 0');
};

/** Texts of at most 200 characters. */
export const text: Reader<string> = (value, at) => {
  if (typeof value === 'string' && value.length <= 200) {
    return value;
  }
  throw unreadable(at, value, 'a text of at most 200 characters');
};

/** `true` or `false`. */
export const flag: Reader<boolean> = (value, at) => {
  if (typeof value === 'boolean') {
    return value;
  }
  throw unreadable(at, value, 'true or false');
};

/** One of the given values. */
export function choice<T extends string | number | boolean>(choices: readonly T[]): Reader<T> {
  return (value, at) => {
    const found = choices.find((one) => one === value);
    if (found === undefined) {
      throw unreadable(at, value, choices.join(' or '));
    }
    return found;
  };
}

/** A list of at most `most` items; the place of an item is `at[index]`. */
export function list<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) {
      throw unreadable(at, Array.isArray(value) ? `${value.length} items` : value, `a list of at most ${most}`);
    }
    return Array.from(value, (one: unknown, i) => item(one, `${at}[${i}]`));
  };
}

/** An object with the given fields; others are not looked at. */
export function object<T>(fields: Fields<T>): Reader<T> {
  return (value, at) => {
    const source = record(value, at);
    const read: Partial<T> = {};
    for (const name in fields) {
      read[name] = fields[name](field(source, name), at === '' ? name : `${at}.${name}`);
    }
    // The loop above has set every field of T: `Fields` has a row for each.
    return read as T;
  };
}

/** Null, or what `reader` reads. */
export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null ? null : reader(value, at));
}

/** Reads as `reader` does; a missing field as `fallback`. */
export function absent<T>(reader: Reader<T>, fallback: T): Reader<T> {
  return (value, at) => (value === undefined ? fallback : reader(value, at));
}

/** An object whose fields are not known yet. */
export function record(value: unknown, at: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value;
  }
  throw unreadable(at === '' ? 'model' : at, value, 'an object');
}

/** A field of an object, undefined where it is missing; what objects inherit does not count. */
export function field(source: object, name: string): unknown {
  return Object.hasOwn(source, name) ? Reflect.get(source, name) : undefined;
}

/** Ten times as deep as any model. */
const MOST_DEPTH = 100;

/** JSON as a value. */
export function fromJson(json: string, at: string): unknown {
  if (isNestedDeeper(json, MOST_DEPTH)) {
    throw unreadable(at, json, `JSON with at most ${MOST_DEPTH} lists and objects in one another`);
  }
  try {
    return JSON.parse(json);
  } catch {
    throw unreadable(at, json, 'JSON');
  }
}
