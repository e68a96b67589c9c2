import { invalid } from './invalid.js';

/**
 * For arguments from callers without types: the value must be an object, and no list.
 * @throws RangeError naming the argument and what it should be.
 */
export function checkObject(what: string, value: unknown, expected: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(what, value, expected);
  }
}

/**
 * The same for a column: a plain or typed array, or anything else with a length.
 * @throws RangeError naming the column and what it should be.
 */
export function checkColumn(what: string, value: unknown, expected: string): void {
  if (typeof value !== 'object' || value === null || !('length' in value)) {
    throw invalid(what, value, expected);
  }
}

/**
 * Refuses options that are no object, and those that nobody reads: most often a misspelt one.
 * @throws RangeError naming the option and those there are.
 */
export function checkOptions(options: object, known: readonly string[]): void {
  checkObject('options', options, 'an object, or nothing');
  checkFields('option', options, known);
}

/**
 * Refuses fields that nobody reads.
 * @throws RangeError naming the field and those there are.
 */
export function checkFields(what: string, value: object, known: readonly string[]): void {
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `unknown ${what}: ${unknown} (expected ${known.length > 1 ? 'one of ' : ''}${known.join(', ')})`,
    );
  }
}
