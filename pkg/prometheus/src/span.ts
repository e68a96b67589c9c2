/** A stretch of time, both bounds included. */
export interface TimeSpan {
  /** First moment, epoch ms. */
  readonly start: number;
  /** Last moment, epoch ms; at least `start`. */
  readonly end: number;
}

// In all that follows bounds are multiples of the step, and a span holds the points on them.

/** The smallest span that covers both. */
export function hull(left: TimeSpan, right: TimeSpan): TimeSpan {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
}

/** Whether two spans share a moment. */
export function overlaps(left: TimeSpan, right: TimeSpan): boolean {
  return left.start <= right.end && right.start <= left.end;
}

/** Number of points of a span. */
export function pointsIn({ start, end }: TimeSpan, stepMs: number): number {
  return Math.round((end - start) / stepMs) + 1;
}

/** Cuts a span into pieces of so many points, oldest first; no point is in two of them. */
export function splitSpan(span: TimeSpan, stepMs: number, maxPoints: number): TimeSpan[] {
  const nPieces = Math.ceil(pointsIn(span, stepMs) / maxPoints);
  return Array.from({ length: nPieces }, (_, index) => {
    const start = span.start + index * maxPoints * stepMs;
    return { start, end: Math.min(span.end, start + (maxPoints - 1) * stepMs) };
  });
}

/** The same points in as few spans as there can be, oldest first. */
export function joinSpans(spans: readonly TimeSpan[], stepMs: number): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end + stepMs) {
      joined[joined.length - 1] = hull(last, span);
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** The parts of a span that none of the others holds, oldest first. */
export function withoutSpans(span: TimeSpan, others: readonly TimeSpan[], stepMs: number): TimeSpan[] {
  const parts: TimeSpan[] = [];
  let { start } = span;
  for (const other of joinSpans(others, stepMs)) {
    if (other.start > start) {
      parts.push({ start, end: Math.min(span.end, other.start - stepMs) });
    }
    start = Math.max(start, other.end + stepMs);
    if (start > span.end) {
      return parts;
    }
  }
  return [...parts, { start, end: span.end }];
}
