import { PrometheusError } from '../api/prometheusError.js';
import type { Priority } from '../api/requestQueue.js';
import { withoutSpans, type TimeSpan } from '../span.js';

import type { RangeQuery } from './rangeQuery.js';
import type { RangeAction } from './rangeState.js';
import type { RangeTypes } from './rangeStore.js';
import type { Transport } from './transport.js';

/** The span and moment that an observer wants. */
export interface WantedRange<Types extends RangeTypes> {
  /** Bounds are multiples of the step. */
  readonly span: TimeSpan;
  /** How the server is asked for what is missing. */
  readonly ask: Transport<Types['answer']>;
}

/** How far an observer is. */
export type RangeResult<Types extends RangeTypes> =
  /** Something is missing. */
  | { readonly kind: 'incomplete' }
  /** Something is missing, and asking for it failed. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Nothing was missing; the range as it was then. */
  | { readonly kind: 'complete'; readonly range: Types['range'] };

/** A whole range. */
export interface CompletedRange<Types extends RangeTypes> {
  readonly range: Types['range'];
  /** The answers it waited for, for what they say besides the samples. */
  readonly answers: readonly Types['answer'][];
}

const INCOMPLETE = { kind: 'incomplete' } as const;

/**
 * Somebody who wants a span of a query. As long as it stays, what the query has stored stays, and so do the requests
 * that bring the span, whoever sent them. Asks for nothing until it is told to.
 */
export class RangeObserver<Types extends RangeTypes> {
  readonly span: TimeSpan;
  private readonly ask: Transport<Types['answer']>;
  private readonly listeners = new Set<() => void>();
  /** Spans answered since it came: their newest steps may still change, but need not be asked for again. */
  private answered: TimeSpan[];
  private current: RangeResult<Types> = INCOMPLETE;
  private hasLeft = false;
  private endWaiting: (error: PrometheusError) => void = () => undefined;
  private readonly leaving = new Promise<never>((_, reject) => {
    this.endWaiting = reject;
  });

  constructor(
    private readonly query: RangeQuery<Types>,
    { span, ask }: WantedRange<Types>,
    private readonly signal?: AbortSignal,
  ) {
    this.span = span;
    this.ask = ask;
    this.answered = query.fresh();
    this.leaving.catch(() => undefined);
    query.addObserver(this);
    signal?.addEventListener('abort', this.leave);
    if (signal?.aborted === true) {
      this.leave();
    }
  }

  /** The same object until it changes. */
  get result(): RangeResult<Types> {
    return this.current;
  }

  /** The part of the span that is there so far. */
  known(): Types['range'] {
    return this.query.read(this.span);
  }

  /** The parts of the span still to be asked for, oldest first. */
  missing(): TimeSpan[] {
    const { stepMs } = this.query.name;
    return this.query.missing(this.span).flatMap((part) => withoutSpans(part, this.answered, stepMs));
  }

  /** Whether no range of the query has arrived whole yet. */
  get isFirst(): boolean {
    return this.query.state.nAnswered === 0;
  }

  /** Calls back whenever the result has changed; gives a function that ends this. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * Asks for what is missing, or waits for those who do so already.
   * @throws what the transport throws, and PrometheusError of the kind `cancelled` where it leaves meanwhile.
   */
  async complete(priority: Priority): Promise<CompletedRange<Types>> {
    const answers: Types['answer'][] = [];
    this.current = INCOMPLETE;
    try {
      await this.unlessLeft(this.query.restore(this.span));
      for (let missing = this.missing(); missing.length > 0; missing = this.missing()) {
        answers.push(...(await this.unlessLeft(this.query.bring(missing, this.ask, priority))));
      }
    } catch (error) {
      this.change({ kind: 'failed', error });
      throw error;
    }
    return { range: this.settle(), answers };
  }

  /** Wants nothing any more. */
  readonly leave = (): void => {
    if (!this.hasLeft) {
      this.hasLeft = true;
      this.signal?.removeEventListener('abort', this.leave);
      this.query.removeObserver(this);
      this.endWaiting(new PrometheusError('cancelled', 'The request was replaced by a newer one.'));
    }
  };

  /** The query tells of everything that happens to it. */
  onAction(action: RangeAction<Types>): void {
    if (action.type === 'answered') {
      this.answered.push({ start: action.coveredFrom, end: action.span.end });
      // Another reader may have brought what this one had failed to get.
      if (this.current.kind !== 'complete' && this.missing().length === 0) {
        this.settle();
      }
    }
    if (action.type === 'forgotten') {
      this.answered = [];
      this.change(INCOMPLETE);
    }
  }

  private settle(): Types['range'] {
    if (this.current.kind === 'complete') {
      return this.current.range;
    }
    const range = this.known();
    this.change({ kind: 'complete', range });
    return range;
  }

  private unlessLeft<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([this.leaving, work]);
  }

  private change(result: RangeResult<Types>): void {
    this.current = result;
    this.listeners.forEach((listener) => listener());
  }
}
