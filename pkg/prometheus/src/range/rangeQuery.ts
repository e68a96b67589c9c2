import type { Priority } from '../api/requestQueue.js';
import { overlaps, withoutSpans, type TimeSpan } from '../span.js';

import { askInPieces } from './askInPieces.js';
import type { Clock } from './clock.js';
import type { RangeObserver } from './rangeObserver.js';
import { freshAt, initialState, maxPointsAt, reduceRange, type RangeAction, type RangeState } from './rangeState.js';
import type { QueryName, RangeArchive, RangeStore, RangeTypes } from './rangeStore.js';
import { floorOf } from './refusals.js';
import { settledTo } from './settledTo.js';
import type { Transport } from './transport.js';

/** The parts that queries are made from. */
export interface RangeHost<Types extends RangeTypes> {
  readonly clock: Clock;
  readonly store: RangeStore<Types>;
  /** Default none: what is stored ends with the page. */
  readonly archive?: RangeArchive<Types>;
  /**
   * How often the server scrapes, in ms: late samples are waited for two of these. Default up to 30 s, a minute's
   * wait.
   */
  readonly scrapeIntervalMs?: number;
}

/** Answers to a request, oldest first; none where it was given up or forgotten. */
type Answers<Types extends RangeTypes> = readonly Types['answer'][];

interface Run<Types extends RangeTypes> {
  readonly span: TimeSpan;
  readonly controller: AbortController;
  answers: Promise<Answers<Types>>;
  /** Calls off the end that was set when the last reader had left. */
  stay?: () => void;
}

/**
 * For so long (ms) a request goes on when nobody waits for it any more: a refresh leaves and comes back, and one that
 * is faster than the answers would otherwise never see any.
 */
const LINGER_MS = 1000;

/**
 * The state of a query, and who wants which span of it. Readers of the same span share its requests: one that comes
 * while they are under way waits for them, and they end only when the last has left.
 */
export class RangeQuery<Types extends RangeTypes> {
  private current: RangeState<Types>;
  private readonly runs = new Set<Run<Types>>();
  private readonly observers = new Set<RangeObserver<Types>>();
  private readonly reads = new Map<string, Types['range']>();
  private unwantedSince: number | undefined;
  private nForgotten = 0;

  constructor(
    readonly name: QueryName,
    private readonly host: RangeHost<Types>,
    /** Told when the last observer has left. */
    private readonly onIdle: () => void = () => undefined,
  ) {
    this.current = initialState(host.store);
    this.unwantedSince = host.clock.now();
  }

  get state(): RangeState<Types> {
    return this.current;
  }

  /** Since when (epoch ms) nobody wants any of it; undefined while somebody does. */
  get idleSince(): number | undefined {
    return this.unwantedSince;
  }

  /** Numbers it holds, 8 bytes each. */
  get size(): number {
    return this.host.store.size(this.current.stored);
  }

  /** Keeps the requests alive that bring what an observer wants. */
  addObserver(observer: RangeObserver<Types>): void {
    this.observers.add(observer);
    this.unwantedSince = undefined;
    for (const run of this.runs) {
      if (overlaps(run.span, observer.span)) {
        run.stay?.();
        run.stay = undefined;
      }
    }
  }

  /** Ends the requests that nobody else waits for, a moment later. */
  removeObserver(observer: RangeObserver<Types>): void {
    this.observers.delete(observer);
    const { clock } = this.host;
    for (const run of this.runs) {
      const isWanted = [...this.observers].some(({ span }) => overlaps(span, run.span));
      if (!isWanted) {
        run.stay ??= clock.after(LINGER_MS, () => this.drop(run));
      }
    }
    if (this.observers.size === 0) {
      this.unwantedSince = clock.now();
      this.reads.clear();
      this.onIdle();
    }
  }

  /** The parts of a span to be asked for, oldest first, without what the server has just refused. */
  missing(span: TimeSpan): TimeSpan[] {
    const floor = floorOf(this.current.refusals, span, this.host.clock.now());
    // A store may want to begin before the span, but what is no part of it can be done without.
    return this.missingAnyway(span)
      .filter(({ end }) => end >= Math.max(floor, span.start))
      .map(({ start, end }) => ({ start: Math.max(start, floor), end }));
  }

  /** The spans that were answered a moment ago. */
  fresh(): TimeSpan[] {
    return freshAt(this.current, this.host.clock.now()).map(({ span }) => span);
  }

  /** The state of a span; readers of the same span are given the same object. */
  read(span: TimeSpan): Types['range'] {
    const { stored, refusals } = this.current;
    const floor = floorOf(refusals, span, this.host.clock.now());
    const isRefused = this.missingAnyway(span).some(({ start, end }) => start < floor && end >= span.start);
    const coveredFrom = isRefused ? floor : span.start;
    const place = `${span.start} ${span.end} ${coveredFrom}`;
    const range =
      this.reads.get(place) ?? this.host.store.read(stored, span, { stepMs: this.name.stepMs, coveredFrom });
    if (this.observers.size > 0) {
      this.reads.set(place, range);
    }
    return range;
  }

  /** Whether the query ever had a sample. */
  async hasSamples(): Promise<boolean> {
    const { store, archive } = this.host;
    return store.hasSamples(this.current.stored) || ((await archive?.hasSamples(this.name)) ?? false);
  }

  /** Takes what an earlier visit has stored of a span. */
  async restore(span: TimeSpan): Promise<void> {
    const { archive } = this.host;
    if (archive === undefined) {
      return;
    }
    const { nForgotten } = this;
    const add = await archive.load(this.name, span, this.current.stored);
    if (nForgotten === this.nForgotten) {
      this.dispatch({ type: 'restored', add });
    }
  }

  /**
   * Brings the newest of the missing parts, or waits for those who do so already. What is older than a request under
   * way is asked for beside it; what follows it waits, so that however long that takes all new steps are one request.
   */
  bring(missing: readonly TimeSpan[], ask: Transport<Types['answer']>, priority: Priority): Promise<Answers<Types>> {
    const { stepMs } = this.name;
    const newestRun = [...this.runs]
      .filter(({ span }) => missing.some((part) => overlaps(part, span)))
      .reduce<Run<Types> | undefined>(
        (left, right) => (left && left.span.end > right.span.end ? left : right),
        undefined,
      );
    const unasked = missing.flatMap((part) => withoutSpans(part, this.current.inFlight, stepMs)).at(-1);
    const mustWait = unasked === undefined || unasked.start - stepMs === newestRun?.span.end;
    return newestRun !== undefined && mustWait ? newestRun.answers : this.start(unasked ?? missing[0], ask, priority);
  }

  /** Forgets all: who still waits asks anew. */
  forget(): void {
    this.nForgotten += 1;
    this.dispatch({ type: 'forgotten' });
    this.runs.forEach((run) => this.drop(run));
  }

  private missingAnyway(span: TimeSpan): TimeSpan[] {
    return this.host.store.missing(this.current.stored, span, this.name.stepMs);
  }

  private start(span: TimeSpan, ask: Transport<Types['answer']>, priority: Priority): Promise<Answers<Types>> {
    const controller = new AbortController();
    const run: Run<Types> = { span, controller, answers: Promise.resolve([]) };
    this.runs.add(run);
    this.dispatch({ type: 'asked', span });
    run.answers = this.answersOf(run, (piece) => ask(piece, { signal: controller.signal, priority }));
    // Whoever waits hears of the failure; there may be nobody.
    run.answers.catch(() => undefined);
    return run.answers;
  }

  private async answersOf(
    run: Run<Types>,
    ask: (piece: TimeSpan) => Promise<Types['answer']>,
  ): Promise<Answers<Types>> {
    const { clock, scrapeIntervalMs, archive } = this.host;
    const { span } = run;
    const { stepMs } = this.name;
    const context = { stepMs, settledTo: settledTo(clock.now(), stepMs, scrapeIntervalMs) };
    const asked = askInPieces(span, {
      stepMs,
      ask,
      maxPoints: maxPointsAt(this.current, clock.now()),
      onShortened: (maxPoints) => this.dispatch({ type: 'shortened', maxPoints, moment: clock.now() }),
      onPiece: (piece, answer) => {
        if (this.runs.has(run)) {
          this.dispatch({ type: 'arrived', piece, answer, context });
          archive?.save(this.name, piece, this.current.stored);
        }
      },
    });
    const answered = await asked.catch((error: unknown) => this.fail(run, error));
    if (answered === undefined || !this.runs.delete(run)) {
      return [];
    }
    this.dispatch({ type: 'answered', span, coveredFrom: answered.coveredFrom, moment: clock.now() });
    return answered.answers;
  }

  // Nobody hears of the end of a request that was given up.
  private fail(run: Run<Types>, error: unknown): undefined {
    if (this.runs.has(run)) {
      this.drop(run);
      throw error;
    }
  }

  /** Its answer, if there will be one, counts no more. */
  private drop(run: Run<Types>): void {
    if (this.runs.delete(run)) {
      run.controller.abort();
      this.dispatch({ type: 'givenUp', span: run.span });
    }
  }

  private dispatch(action: RangeAction<Types>): void {
    const { stored } = this.current;
    this.current = reduceRange(this.host.store, this.current, action);
    if (this.current.stored !== stored) {
      this.reads.clear();
    }
    // A copy, since an observer may leave when it hears of this.
    [...this.observers].forEach((observer) => observer.onAction(action));
  }
}
