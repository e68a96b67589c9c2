/** The error for what Python Prophet can do and this package cannot: nothing is wrong with it, but here it ends. */
export function cannotRead(at: string, value: unknown, why: string): RangeError {
  return new RangeError(`cannot read ${at}: ${shown(value)} (${why})`);
}

/** The error for what this package can do and Python Prophet cannot. */
export function cannotWrite(at: string, value: unknown, why: string): RangeError {
  return new RangeError(`cannot write ${at}: ${shown(value)} (${why})`);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : 'an object';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
