import type { TimeSpan } from 'foreband-detector';

/** Prometheus refuses more points per series in one answer (`maximum resolution of 11,000 points`). */
const MAX_POINTS_PER_ANSWER = 11_000;

/** Number of multiples of the step in a span whose bounds are such multiples. */
export function pointsIn({ start, end }: TimeSpan, stepMs: number): number {
  return Math.round((end - start) / stepMs) + 1;
}

/** Cuts a span, whose bounds are multiples of the step, into pieces of so many points; no point is in two of them. */
export function splitSpan(span: TimeSpan, stepMs: number, maxPoints = MAX_POINTS_PER_ANSWER): TimeSpan[] {
  const nPieces = Math.ceil(pointsIn(span, stepMs) / maxPoints);
  return Array.from({ length: nPieces }, (_, index) => {
    const start = span.start + index * maxPoints * stepMs;
    return { start, end: Math.min(span.end, start + (maxPoints - 1) * stepMs) };
  });
}

/** Cuts a span in two at a multiple of the step. */
export function halveSpan(span: TimeSpan, stepMs: number): readonly [older: TimeSpan, newer: TimeSpan] {
  const half = Math.floor(pointsIn(span, stepMs) / 2);
  return [
    { start: span.start, end: span.start + (half - 1) * stepMs },
    { start: span.start + half * stepMs, end: span.end },
  ];
}
