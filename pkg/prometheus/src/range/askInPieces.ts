import { isFailure } from '../api/prometheusError.js';
import { pointsIn, splitSpan, type TimeSpan } from '../span.js';

/** Prometheus refuses more points per series in one answer (`maximum resolution of 11,000 points`). */
export const MAX_POINTS_PER_PIECE = 11_000;

/** A server that refuses even three hours is not short of room: it refuses the query, or this stretch of time. */
export const SMALLEST_PIECE_MS = 3 * 3_600_000;

// As many as one data source is asked at once: more would only wait.
const PIECES_AT_ONCE = 4;

/** A span as far as the server gave it. */
export interface PiecedAnswer<Answer> {
  /** Answers to the pieces, oldest first. */
  readonly answers: readonly Answer[];
  /** From here (epoch ms) to the end of the span everything was answered; the start, unless the server has limits. */
  readonly coveredFrom: number;
}

/** How a span is asked for. */
export interface PieceOptions<Answer> {
  readonly stepMs: number;
  /** Asks for a piece; a failure of the kind `limit` says that it is too long. */
  readonly ask: (piece: TimeSpan) => Promise<Answer>;
  /** Most points of a piece to begin with. */
  readonly maxPoints: number;
  /** Told that pieces of so many points at most are accepted, where longer ones were refused. */
  readonly onShortened: (maxPoints: number) => void;
  /** Given each piece the server accepts, in any order; also those that lie before one it refuses. */
  readonly onPiece: (piece: TimeSpan, answer: Answer) => void;
}

interface Accepted<Answer> {
  readonly piece: TimeSpan;
  readonly answer: Answer;
}

class Pieces<Answer> {
  private waiting: readonly TimeSpan[];
  private readonly accepted: Accepted<Answer>[] = [];
  private failure: { readonly error: unknown } | undefined;
  private refusal: { readonly error: unknown } | undefined;
  private longest = 0;
  private maxPoints: number;
  /** Until it is known which length is accepted, one piece after the other. */
  private isProbing = false;
  /** As long a piece as one that was accepted has been refused, so it is not the length: one after the other to the end. */
  private isAtFloor = false;

  constructor(
    private readonly span: TimeSpan,
    private readonly options: PieceOptions<Answer>,
  ) {
    this.waiting = [span];
    this.maxPoints = options.maxPoints;
  }

  /** The newest pieces first: they matter most, and tell what the server accepts. */
  async ask(): Promise<PiecedAnswer<Answer>> {
    while (this.waiting.length > 0 && this.failure === undefined) {
      const cut = this.waiting.flatMap((piece) => splitSpan(piece, this.options.stepMs, this.maxPoints));
      const nAtOnce = this.isProbing || this.isAtFloor ? 1 : PIECES_AT_ONCE;
      this.waiting = cut.slice(0, -nAtOnce);
      await Promise.all(cut.slice(-nAtOnce).map((piece) => this.askPiece(piece)));
    }
    const joined = this.joinNewest();
    const problem = this.failure ?? (joined.answers.length === 0 ? this.refusal : undefined);
    if (problem !== undefined) {
      throw problem.error;
    }
    return joined;
  }

  private async askPiece(piece: TimeSpan): Promise<void> {
    const { ask, onPiece, stepMs } = this.options;
    try {
      const answer = await ask(piece);
      this.accept(pointsIn(piece, stepMs));
      this.accepted.push({ piece, answer });
      onPiece(piece, answer);
    } catch (error) {
      if (isFailure(error, 'limit')) {
        this.refuse(piece, error);
      } else {
        this.failure ??= { error };
      }
    }
  }

  private accept(points: number): void {
    this.longest = Math.max(this.longest, points);
    if (this.isProbing) {
      this.isProbing = false;
      this.options.onShortened(this.maxPoints);
    }
  }

  private refuse(piece: TimeSpan, error: unknown): void {
    const { stepMs } = this.options;
    const points = pointsIn(piece, stepMs);
    if (piece.end - piece.start <= SMALLEST_PIECE_MS || points === 1) {
      this.refusal = { error };
      // What lies before a gap of our own making could not be used.
      this.waiting = this.waiting.filter(({ start }) => start > piece.end);
      return;
    }
    const half = Math.ceil(points / 2);
    if (points > this.longest) {
      this.isProbing = true;
      this.maxPoints = Math.min(this.maxPoints, half);
    } else {
      this.isAtFloor = true;
    }
    const halves = splitSpan(piece, stepMs, half);
    this.waiting = [...this.waiting, ...halves].sort((left, right) => left.start - right.start);
  }

  // Only an unbroken stretch up to the end counts: a model must not be told that a refused piece was a gap.
  private joinNewest(): PiecedAnswer<Answer> {
    const answers: Answer[] = [];
    let coveredFrom = this.span.end + this.options.stepMs;
    for (const { piece, answer } of this.accepted.sort((left, right) => right.piece.start - left.piece.start)) {
      if (piece.end + this.options.stepMs !== coveredFrom) {
        break;
      }
      answers.unshift(answer);
      coveredFrom = piece.start;
    }
    return { answers, coveredFrom };
  }
}

/**
 * Asks for a span of any length in pieces the server accepts, where it refuses their length in halves, down to three
 * hours. What lies before the oldest accepted piece is given up.
 * @throws what asking for a piece throws; a refusal only where the newest piece is refused.
 */
export function askInPieces<Answer>(span: TimeSpan, options: PieceOptions<Answer>): Promise<PiecedAnswer<Answer>> {
  return new Pieces(span, options).ask();
}
