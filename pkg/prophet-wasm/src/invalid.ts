/** The error for a bad value: what it is, what it was, what would be right. */
export function invalid(what: string, value: unknown, expected: string): RangeError {
  return new RangeError(`invalid ${what}: ${describe(value)} (expected ${expected})`);
}

function describe(value: unknown): string {
  if (typeof value === 'string') {
    return `"${value}"`;
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
  // Without its letter a bigint looks like a number, and a good one at that.
  return typeof value === 'bigint' ? `${value}n` : String(value);
}
