import type { TimeSpan } from '../span.js';

import { RangeObserver, type WantedRange } from './rangeObserver.js';
import { RangeQuery, type RangeHost } from './rangeQuery.js';
import type { QueryName, RangeTypes } from './rangeStore.js';

/** The parts of a client, and how much it stores. */
export interface RangeClientOptions<Types extends RangeTypes> extends RangeHost<Types> {
  /** Numbers (8 bytes each) held of queries that nobody wants. Default 8 million, 64 MB. */
  readonly maxIdleNumbers?: number;
  /**
   * A query counts as in use for so long (ms) after the last who wanted it has left: a dashboard that refreshes asks,
   * is answered, and leaves until the next time. Default 5 minutes.
   */
  readonly idleAfterMs?: number;
}

const MAX_IDLE_NUMBERS = 8_000_000;
const IDLE_AFTER_MS = 300_000;

/**
 * The queries of a page. What is in use is never dropped, whatever it takes; what is idle is, the longest idle first,
 * when there is too much of it.
 */
export class RangeClient<Types extends RangeTypes> {
  private readonly queries = new Map<string, RangeQuery<Types>>();
  private readonly maxIdleNumbers: number;
  private readonly idleAfterMs: number;
  private isTrimming = false;

  constructor(private readonly options: RangeClientOptions<Types>) {
    this.maxIdleNumbers = options.maxIdleNumbers ?? MAX_IDLE_NUMBERS;
    this.idleAfterMs = options.idleAfterMs ?? IDLE_AFTER_MS;
  }

  /** The query under a name, asked or not. */
  query({ key, stepMs }: QueryName): RangeQuery<Types> {
    const query = this.queries.get(key) ?? new RangeQuery({ key, stepMs }, this.options, () => this.trim());
    this.queries.set(key, query);
    return query;
  }

  /** Somebody who wants a span of a query, until it leaves or the signal is aborted. */
  observe(name: QueryName, wanted: WantedRange<Types>, signal?: AbortSignal): RangeObserver<Types> {
    return new RangeObserver(this.query(name), wanted, signal);
  }

  /** The stored part of a span, asking nobody. */
  async recall(name: QueryName, span: TimeSpan): Promise<Types['range']> {
    const query = this.query(name);
    await query.restore(span);
    return query.read(span);
  }

  /** Whether all of a span is known and nothing in it may still change. */
  async isComplete(name: QueryName, span: TimeSpan): Promise<boolean> {
    const query = this.query(name);
    await query.restore(span);
    return query.missing(span).length === 0;
  }

  /** Whether a query ever had a sample. */
  hasSamples(name: QueryName): Promise<boolean> {
    return this.query(name).hasSamples();
  }

  /** Forgets the queries whose key starts with this text; who still waits for one asks anew. */
  async forget(keyPrefix: string): Promise<void> {
    for (const [key, query] of this.queries) {
      if (key.startsWith(keyPrefix)) {
        query.forget();
      }
    }
    await this.options.archive?.forget(keyPrefix);
  }

  private trim(): void {
    const { clock } = this.options;
    const idle = [...this.queries]
      .flatMap(([key, query]) => (query.idleSince === undefined ? [] : [{ key, query, since: query.idleSince }]))
      .sort((left, right) => right.since - left.since);
    let total = 0;
    for (const { key, query, since } of idle) {
      total += query.size;
      if (total > this.maxIdleNumbers && clock.now() - since >= this.idleAfterMs) {
        this.queries.delete(key);
        total -= query.size;
      }
    }
    if (total > this.maxIdleNumbers && !this.isTrimming) {
      this.isTrimming = true;
      clock.after(this.idleAfterMs, () => {
        this.isTrimming = false;
        this.trim();
      });
    }
  }
}
