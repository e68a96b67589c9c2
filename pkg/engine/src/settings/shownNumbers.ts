/** Lengths of time in milliseconds. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A length of time as a number of days. */
export const DAYS = { unit: 'days', factor: DAY_MS } as const;

/** A share as a percentage. */
export const PERCENT = { unit: '%', factor: 0.01 } as const;
