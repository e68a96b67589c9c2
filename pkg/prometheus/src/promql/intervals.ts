import { promDuration } from './promDuration.js';

/** The values of an expression's time macros. */
export interface IntervalScope {
  /** Distance between two evaluations, in ms: one for training and visible part, so that both see one rate window. */
  readonly stepMs: number;
  /** How often Prometheus scrapes, in ms. */
  readonly scrapeIntervalMs: number;
  /** Length of the dashboard's range, in ms. */
  readonly rangeMs: number;
}

// Four scrapes let a rate survive one that failed: https://grafana.com/blog/2020/09/28/new-in-grafana-7.2-__rate_interval-for-prometheus-rate-queries-that-just-work/
const SCRAPES_PER_RATE = 4;

const MACRO = /\$(?:\{(__[a-z_]+)(?::[^}]*)?\}|(__[a-z_]+))|\[\[(__[a-z_]+)(?::[^\]]*)?\]\]/g;

/** The window of a rate: at least a step, so that no sample is skipped, and at least four scrapes. */
export function rateIntervalMs({ stepMs, scrapeIntervalMs }: IntervalScope): number {
  return Math.max(stepMs + scrapeIntervalMs, SCRAPES_PER_RATE * scrapeIntervalMs);
}

function macrosOf(scope: IntervalScope): ReadonlyMap<string, string> {
  const { stepMs, rangeMs } = scope;
  const rangeSeconds = Math.max(1, Math.round(rangeMs / 1000));
  return new Map([
    ['__interval', promDuration(stepMs)],
    ['__interval_ms', String(stepMs)],
    ['__rate_interval', promDuration(rateIntervalMs(scope))],
    ['__range', `${rangeSeconds}s`],
    ['__range_s', String(rangeSeconds)],
    ['__range_ms', String(Math.round(rangeMs))],
  ]);
}

/** Fills in `$__interval`, `$__interval_ms`, `$__rate_interval`, `$__range`, `$__range_s` and `$__range_ms`. */
export function fillIntervals(expr: string, scope: IntervalScope): string {
  const macros = macrosOf(scope);
  return expr.replace(MACRO, (written: string, braced?: string, plain?: string, bracketed?: string) => {
    return macros.get(braced ?? plain ?? bracketed ?? '') ?? written;
  });
}
