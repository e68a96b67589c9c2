import type { TimeSpan } from 'foreband-detector';

/** Most points asked for in one request: Prometheus refuses more than 11,000 a series. */
export const MAX_POINTS_PER_REQUEST = 10_000;

/** How many of the newest steps are asked for again, since late samples may have changed them. */
const STEPS_ASKED_AGAIN = 2;

/** The smallest span that covers both. */
export function hull(left: TimeSpan, right: TimeSpan): TimeSpan {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
}

/** What is still to be asked for: nothing, the part before, the tail, both, or everything where the two do not touch. */
export function missingSpans(known: TimeSpan | undefined, wanted: TimeSpan, stepMs: number): TimeSpan[] {
  if (known === undefined || wanted.end < known.start - stepMs || wanted.start > known.end + stepMs) {
    return [wanted];
  }
  const missing: TimeSpan[] = [];
  if (wanted.start < known.start) {
    missing.push({ start: wanted.start, end: known.start });
  }
  if (wanted.end > known.end) {
    missing.push({ start: Math.max(known.start, known.end - STEPS_ASKED_AGAIN * stepMs), end: wanted.end });
  }
  return missing;
}

/** A span in pieces that a server answers in one go each; neighbours share no step. */
export function inPieces(span: TimeSpan, stepMs: number, maxPoints = MAX_POINTS_PER_REQUEST): TimeSpan[] {
  const pieces: TimeSpan[] = [];
  for (let start = span.start; start <= span.end; start += maxPoints * stepMs) {
    pieces.push({ start, end: Math.min(span.end, start + (maxPoints - 1) * stepMs) });
  }
  return pieces;
}
