import type { TimeSpan } from 'foreband-detector';

/** Most points asked for in one request: Prometheus refuses more than 11,000 a series. */
const MAX_POINTS_PER_REQUEST = 10_000;

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

/** What to ask for, piece by piece. */
export interface MissingPieces {
  /** In an order in which what is known stays in one span after each of them: the part before from its end on. */
  readonly pieces: readonly TimeSpan[];
  /** Whether what is known so far does not touch the wanted span. */
  readonly isFresh: boolean;
}

/** The pieces still to be asked for; none where the wanted span is known. */
export function missingPieces(known: TimeSpan | undefined, wanted: TimeSpan, stepMs: number): MissingPieces {
  const spans = missingSpans(known, wanted, stepMs);
  const pieces = spans.flatMap((span) => {
    const inOrder = inPieces(span, stepMs);
    return known !== undefined && span.end === known.start ? inOrder.reverse() : inOrder;
  });
  return { pieces, isFresh: spans.includes(wanted) };
}
