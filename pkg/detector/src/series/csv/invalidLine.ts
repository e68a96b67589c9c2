const MAX_QUOTED = 40;

/** The error for a line: where it is, what is wrong, and what was expected. */
export function invalidLine(line: number, problem: string, expected: string): RangeError {
  return new RangeError(`line ${line}: ${problem} (expected ${expected})`);
}

/** A field as a message quotes it. */
export function quoted(field: string): string {
  return JSON.stringify(field.length > MAX_QUOTED ? `${field.slice(0, MAX_QUOTED)}…` : field);
}
