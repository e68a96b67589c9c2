/** Turns a value of unknown shape into a T, or throws a RangeError that names `at`, the place of the value. */
export type Reader<T> = (value: unknown, at: string) => T;

/** One reader for every field of T. */
export type Fields<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The error for a value that cannot be read; long values are cut. */
export function unreadable(at: string, value: unknown, expected: string): RangeError {
  return new RangeError(`invalid ${at}: ${shown(value)} (expected ${expected})`);
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with whatever fields. */
export const record: Reader<Record<string, unknown>> = (value, at) => {
  if (!isRecord(value)) {
    throw unreadable(at, value, 'an object');
  }
  return value;
};

/** A finite number from `low` to `high`. */
export function number(low: number, high = Number.MAX_VALUE): Reader<number> {
  return (value, at) => {
    if (typeof value !== 'number' || !(value >= low && value <= high)) {
      throw unreadable(at, value, high === Number.MAX_VALUE ? `a number, at least ${low}` : `${low} to ${high}`);
    }
    return value;
  };
}

const LAST_TIME = 8.64e15;

/** Epoch milliseconds that a date can hold. */
export const moment: Reader<number> = (value, at) => {
  if (typeof value !== 'number' || !(Math.abs(value) <= LAST_TIME)) {
    throw unreadable(at, value, 'epoch milliseconds');
  }
  return value;
};

/** A text of at most `most` characters. */
export function text(most: number): Reader<string> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > most) {
      throw unreadable(at, value, `a text of at most ${most} characters`);
    }
    return value;
  };
}

/** Null, or what `reader` reads; a missing field is null. */
export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null || value === undefined ? null : reader(value, at));
}

/** Reads as `reader` does, null as NaN, which JSON writes so. A missing field is NaN as well. */
export function orUnknown(reader: Reader<number>): Reader<number> {
  return (value, at) => (value === null || value === undefined ? NaN : reader(value, at));
}

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (value, at) => {
    const word = words.find((one) => one === value);
    if (word === undefined) {
      throw unreadable(at, value, words.join(', '));
    }
    return word;
  };
}

/** Texts by name, at most `most`. */
export function texts(most: number, length: number): Reader<Readonly<Record<string, string>>> {
  const one = text(length);
  return (value, at) => {
    const entries = Object.entries(record(value, at));
    if (entries.length > most) {
      throw unreadable(at, `${entries.length} entries`, `at most ${most}`);
    }
    return Object.fromEntries(entries.map(([name, entry]) => [name, one(entry, `${at}.${name}`)]));
  };
}

/** An object with the given fields; others are left out. */
export function object<T>(fields: Fields<T>): Reader<T> {
  return (value, at) => {
    const source = record(value, at === '' ? 'model' : at);
    const read: Partial<T> = {};
    for (const name in fields) {
      const own = Object.hasOwn(source, name) ? source[name] : undefined;
      read[name] = fields[name](own, at === '' ? name : `${at}.${name}`);
    }
    // The loop above has set every field of T: `Fields` has a row for each.
    return read as T;
  };
}
