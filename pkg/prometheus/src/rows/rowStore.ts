import type { AnswerContext, RangeStore } from '../range/rangeStore.js';
import { joinSpans, withoutSpans, type TimeSpan } from '../span.js';

/** The operations that the store needs on the rows of a series, whatever they are. */
export interface RowOperations<Rows> {
  /**
   * The known rows with those of a span replaced by the answered ones of that span; these alone where none are known.
   */
  readonly replace: (known: Rows | undefined, answered: Rows, span: TimeSpan) => Rows;
  /** Numbers they hold, 8 bytes each. */
  readonly size: (rows: Rows) => number;
}

/** Rows by series, whatever names a series. */
export type RowsBySeries<Rows> = ReadonlyMap<string, Rows>;

/** The stored part of a query. */
export interface StoredRows<Rows> {
  readonly series: RowsBySeries<Rows>;
  /** Spans that were answered, oldest first. */
  readonly covered: readonly TimeSpan[];
  /** Up to here (epoch ms) late samples cannot have changed what was answered. */
  readonly settledUntil: number;
  /** Answers that were written. */
  readonly nAnswers: number;
}

/** Rows as they are read. */
export interface RowRange<Rows> extends StoredRows<Rows> {
  /** From here (epoch ms) to the end the server answered. */
  readonly coveredFrom: number;
}

/** Series whose rows keep to no step. */
export interface RowTypes<Rows> {
  readonly answer: RowsBySeries<Rows>;
  readonly stored: StoredRows<Rows>;
  /** Rows of all spans that were asked for, not of the wanted one alone. */
  readonly range: RowRange<Rows>;
}

/** At least so many steps before new ones are asked for again, since late samples may have changed them. */
const STEPS_ASKED_AGAIN = 2;

type Known = Pick<StoredRows<unknown>, 'covered' | 'settledUntil'>;

function withStepsBefore({ start, end }: TimeSpan, { covered, settledUntil }: Known, stepMs: number): TimeSpan {
  const before = covered.find((span) => span.end + stepMs === start);
  if (before === undefined) {
    return { start, end };
  }
  const unsettled = settledUntil < before.start ? before.end : settledUntil + stepMs;
  return { start: Math.max(before.start, Math.min(unsettled, before.end - STEPS_ASKED_AGAIN * stepMs)), end };
}

// An answer to later steps alone does not settle those before it.
function settledAfter(piece: TimeSpan, { covered, settledUntil }: Known, { stepMs, settledTo }: AnswerContext): number {
  const follows = piece.start <= settledUntil + stepMs;
  const isApart = covered.every(({ start, end }) => settledUntil < start || piece.start > end);
  return follows || isApart ? Math.max(settledUntil, Math.min(piece.end, settledTo)) : settledUntil;
}

/** Stores answers row by row, for servers whose samples lie on no grid. */
export function createRowStore<Rows>({ replace, size }: RowOperations<Rows>): RangeStore<RowTypes<Rows>> {
  return {
    empty: { series: new Map(), covered: [], settledUntil: -Infinity, nAnswers: 0 },

    write({ series, covered, settledUntil, nAnswers }, piece, answer, context) {
      const { stepMs } = context;
      const joined = joinSpans([...covered, piece], stepMs);
      // Up to the next step: between this piece and the next no row is lost.
      const span = { start: piece.start, end: piece.end + stepMs - 1 };
      const written = [...answer].map(([key, rows]) => [key, replace(series.get(key), rows, span)] as const);
      return {
        series: new Map([...series, ...written]),
        covered: joined,
        settledUntil: settledAfter(piece, { covered: joined, settledUntil }, context),
        nAnswers: nAnswers + 1,
      };
    },

    missing(stored, span, stepMs) {
      return withoutSpans(span, stored.covered, stepMs).map((part) => withStepsBefore(part, stored, stepMs));
    },

    read(stored, span, { coveredFrom }) {
      if (coveredFrom <= span.start) {
        return { ...stored, coveredFrom };
      }
      // Nothing before a refused stretch is used: a model must not take the refusal for a gap.
      const after = { start: coveredFrom, end: Infinity };
      const series = [...stored.series].map(([key, rows]) => [key, replace(undefined, rows, after)] as const);
      return { ...stored, series: new Map(series), coveredFrom };
    },

    hasSamples: ({ series }) => series.size > 0,

    size: ({ series }) => [...series.values()].reduce((sum, rows) => sum + size(rows), 0),
  };
}
