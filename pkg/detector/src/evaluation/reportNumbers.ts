import type { Bounds } from '../detection/detectionOptions.js';
import { proportionInterval } from './proportionInterval.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNKNOWN = 'n/a';

/** A share as a percentage, such as `46.7%`; `n/a` for NaN. */
export function percentText(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)}%` : UNKNOWN;
}

/** A number with three significant digits, such as `0.0123` or `2.5`; `n/a` for NaN. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : UNKNOWN;
}

/** A number of things, such as `1 event` or `2.5 events`. */
export function countText(count: number, thing: string): string {
  return `${numberText(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** A duration with its two largest units, such as `1 h 20 min`; `n/a` for NaN. */
export function durationText(ms: number): string {
  if (!Number.isFinite(ms)) {
    return UNKNOWN;
  }
  if (ms < MINUTE) {
    return `${Math.round(ms / 1000)} s`;
  }
  const [unit, size, part, partSize] =
    ms < DAY ? (['h', HOUR, 'min', MINUTE] as const) : (['d', DAY, 'h', HOUR] as const);
  const parts = Math.round(ms / partSize);
  const whole = Math.floor(parts / (size / partSize));
  const rest = parts % (size / partSize);
  return [whole === 0 ? '' : `${whole} ${unit}`, rest === 0 ? '' : `${rest} ${part}`].filter(Boolean).join(' ');
}

/** A moment in UTC, such as `2025-03-03 14:05 UTC`. */
export function momentText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The shares that a count may stand for at 95%, in whole percent such as `60 and 98%` for 9 of 10. */
export function rangeText(nHits: number, n: number): string {
  const { lower, upper } = proportionInterval(nHits, n);
  return `${Math.round(100 * lower)} and ${Math.round(100 * upper)}%`;
}

/** Two bounds, such as `1.8 to 2.6`; `n/a` where they are not known. */
export function boundsText(bounds: Bounds | undefined, text: (value: number) => string): string {
  return bounds === undefined || Number.isNaN(bounds.lower)
    ? UNKNOWN
    : `${text(bounds.lower)} to ${text(bounds.upper)}`;
}
