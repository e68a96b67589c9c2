/**
 * The moment at which the browser tests take place (epoch ms), a Wednesday's noon: the pages' clocks start there, so
 * that every run sees the same weeks. What Prometheus has recorded goes on after it for as long as a test may take.
 */
export const RECORDED_NOW = Date.UTC(2026, 5, 17, 12);

/** Last recorded moment, epoch ms. */
export const RECORDED_UNTIL = RECORDED_NOW + 3_600_000;
