import type { TimeSpan } from '../span.js';

/** The three types a reader of ranges is about. */
export interface RangeTypes {
  /** The server's answer for a span. */
  readonly answer: unknown;
  /** The stored part of a query: a value that never changes; writing makes another. */
  readonly stored: unknown;
  /** The value that a reader of a span is given. */
  readonly range: unknown;
}

/** When an answer was given, as far as it matters to what is stored. */
export interface AnswerContext {
  readonly stepMs: number;
  /** Up to here (epoch ms) what the server says will not change any more. */
  readonly settledTo: number;
}

/** How the answers to a query are stored: functions over an unchanging value. All bounds are multiples of the step. */
export interface RangeStore<Types extends RangeTypes> {
  /** Nothing stored yet. */
  readonly empty: Types['stored'];
  /** The stored value after the answer to a piece: it replaces whatever was there. */
  write(stored: Types['stored'], piece: TimeSpan, answer: Types['answer'], context: AnswerContext): Types['stored'];
  /** The parts of a span to be asked for, oldest first: those not stored, and those that may still change. */
  missing(stored: Types['stored'], span: TimeSpan, stepMs: number): TimeSpan[];
  /** The stored part of a span; before `coveredFrom` (epoch ms), where the server refused more, nothing. */
  read(stored: Types['stored'], span: TimeSpan, reading: ReadContext): Types['range'];
  /** Whether there is a sample at all. */
  hasSamples(stored: Types['stored']): boolean;
  /** Numbers it holds, 8 bytes each. */
  size(stored: Types['stored']): number;
}

/** How a span is read. */
export interface ReadContext {
  readonly stepMs: number;
  /** From here (epoch ms) to the end of the span the server answered; the start, unless it has limits. */
  readonly coveredFrom: number;
}

/** Stores what was answered beyond the life of a page. */
export interface RangeArchive<Types extends RangeTypes> {
  /** Loads of a span what is not stored yet; gives a function that adds it to what is stored by then. */
  load(
    query: QueryName,
    span: TimeSpan,
    stored: Types['stored'],
  ): Promise<(stored: Types['stored']) => Types['stored']>;
  /** Told that a piece was written. */
  save(query: QueryName, piece: TimeSpan, stored: Types['stored']): void;
  /** Whether it holds a sample of the query. */
  hasSamples(query: QueryName): Promise<boolean>;
  /** Forgets the queries whose key starts with this text. */
  forget(keyPrefix: string): Promise<void>;
}

/** A query as it is told apart from others. */
export interface QueryName {
  /** Server, expression and everything else that decides the values. */
  readonly key: string;
  readonly stepMs: number;
}
