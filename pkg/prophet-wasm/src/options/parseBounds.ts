import { checkFields, checkObject } from '../checkShape.js';
import { invalid } from '../invalid.js';
import { MAX_Y } from './limits.js';
import { parseChoice } from './parseFields.js';
import type { Bounds } from './prophetOptions.js';

/**
 * Checks bounds and completes them.
 * @throws RangeError naming the bound, its value and what is allowed.
 */
export function parseBounds(value: 'off' | 'auto' | Bounds): Required<Bounds> {
  if (value === 'off') {
    return { lower: null, upper: null, when: 'always' };
  }
  if (value === 'auto') {
    return { lower: 0, upper: null, when: 'held' };
  }
  checkObject('bounds', value, "'off', 'auto' or an object with lower and upper");
  checkFields('field of bounds', value, ['lower', 'upper', 'when']);
  const { lower = null, upper = null, when = 'always' } = value;
  checkBound('bounds.lower', lower);
  checkBound('bounds.upper', upper);
  if (lower !== null && upper !== null && !(upper > lower)) {
    throw invalid('bounds.upper', upper, `more than the lower bound, ${lower}`);
  }
  return { lower, upper, when: parseChoice('bounds.when', when, ['always', 'held']) };
}

function checkBound(name: string, value: number | null): void {
  if (value !== null && !(typeof value === 'number' && Math.abs(value) <= MAX_Y)) {
    throw invalid(name, value, `a number, at most ${MAX_Y} in size, or null`);
  }
}
