import type { TimeSpan } from 'foreband-detector';

import type { MatrixAnswer } from './answer.js';
import type { PrometheusClient, RangeQuery, Wanted } from './client.js';
import { halveSpan, pointsIn, splitSpan } from './pieces.js';
import { isFailure } from './prometheusError.js';

/** A range as far as the server gave it. */
export interface PiecedRange {
  /** Answers to the pieces, oldest first. */
  readonly answers: readonly MatrixAnswer[];
  /** From here (epoch ms) to the end of the span everything was answered; the start, unless the server has limits. */
  readonly coveredFrom: number;
}

/** How urgently, and for how long, a range is wanted, and who is given its pieces as they arrive. */
export interface PiecesWanted extends Wanted {
  /** Given each piece the server accepts, in any order; also those that lie before one it refuses. */
  readonly onPiece?: (piece: TimeSpan, answer: MatrixAnswer) => void;
}

// A server that refuses even a day is not short of room: it refuses the query.
const SMALLEST_PIECE_MS = 86_400_000;

/**
 * Asks for a range of any length in pieces the server accepts: 11,000 points, and where it refuses the size, half, down
 * to a day. What lies before the oldest accepted piece is given up.
 * @throws PrometheusError where the newest piece is refused.
 */
export async function rangeInPieces(
  client: Pick<PrometheusClient, 'range'>,
  query: RangeQuery,
  span: TimeSpan,
  { onPiece, ...wanted }: PiecesWanted = {},
): Promise<PiecedRange> {
  async function piece(part: TimeSpan): Promise<PiecedRange> {
    try {
      const answer = await client.range(query, part, wanted);
      onPiece?.(part, answer);
      return { answers: [answer], coveredFrom: part.start };
    } catch (error) {
      const canHalve = part.end - part.start > SMALLEST_PIECE_MS && pointsIn(part, query.stepMs) > 1;
      if (!isFailure(error, 'limit') || !canHalve) {
        throw error;
      }
      const [older, newer] = halveSpan(part, query.stepMs);
      return extendBack(await piece(newer), newer, () => piece(older));
    }
  }

  const pieces = splitSpan(span, query.stepMs);
  const parts = await Promise.all(
    pieces.map((part) => piece(part).catch((error: unknown) => ({ refused: error, part }))),
  );
  return joinNewest(parts, pieces);
}

async function extendBack(newer: PiecedRange, span: TimeSpan, askOlder: () => Promise<PiecedRange>) {
  if (newer.coveredFrom > span.start) {
    return newer;
  }
  try {
    const older = await askOlder();
    return { answers: [...older.answers, ...newer.answers], coveredFrom: older.coveredFrom };
  } catch (error) {
    if (isFailure(error, 'limit')) {
      return newer;
    }
    throw error;
  }
}

type Part = PiecedRange | { readonly refused: unknown };

// Only an unbroken stretch up to the end counts: a model must not be told that a refused piece was a gap.
function joinNewest(parts: readonly Part[], pieces: readonly TimeSpan[]): PiecedRange {
  let joined: PiecedRange | undefined;
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if ('refused' in part) {
      if (joined === undefined || !isFailure(part.refused, 'limit')) {
        throw part.refused;
      }
      break;
    }
    joined = { answers: [...part.answers, ...(joined?.answers ?? [])], coveredFrom: part.coveredFrom };
    if (part.coveredFrom > pieces[index].start) {
      break;
    }
  }
  return joined ?? { answers: [], coveredFrom: Infinity };
}
