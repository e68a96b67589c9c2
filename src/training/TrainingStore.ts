import type { DataQueryRequest } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';
import { replaceSpan } from 'foreband-engine';

import { seriesFromFrames } from '../grafana/seriesFromFrames';

import type { AskableSource, FindSource } from './rerun';
import type { RerunPart } from './rerunParts';
import { pairingKey } from './seriesInput';
import { hull, missingPieces, missingSpans } from './spans';
import type { TrainingAnswer } from './trainingAnswer';
import { trainingRequest } from './trainingRequest';

/** What is wanted: the panel's request divided by data source, for which range and step. */
export interface Wanted {
  readonly request: DataQueryRequest;
  readonly parts: readonly RerunPart[];
  readonly span: TimeSpan;
  readonly stepMs: number;
}

interface Found {
  readonly part: RerunPart;
  readonly source: AskableSource;
}

/** What is kept under a key; unfinished until the first range asked for has arrived whole. */
interface Kept {
  readonly answer: TrainingAnswer;
  readonly isFinished: boolean;
}

/** The one run of requests under a key, whoever asked for it. */
interface Run {
  readonly answer: Promise<TrainingAnswer>;
  readonly controller: AbortController;
}

/** What an asker wants at present. */
interface Interest {
  readonly key: string;
  readonly wanted: Wanted;
}

const ANSWERS_KEPT = 30;

/**
 * Fetches training data and remembers it: a query asked once is asked only for its tail afterwards. All askers of a key
 * share one run of requests; a refresh waits for it instead of starting anew, and what has arrived stays.
 */
export class TrainingStore {
  private readonly kept = new Map<string, Kept>();
  private readonly runs = new Map<string, Run>();
  private readonly interests = new Map<object, Interest>();
  private nSent = 0;

  constructor(
    private readonly find: FindSource,
    private readonly clock: () => number = Date.now,
  ) {}

  /** The data sources behind the parts, and the key under which their answers are kept. */
  async prepare({ request, parts, stepMs, span }: Wanted): Promise<{ key: string; found: readonly Found[] }> {
    const found = await Promise.all(
      parts.map(async (part) => ({ part, source: await this.find(part.datasource, request.scopedVars) })),
    );
    // Variables are filled in with the training's own step: the panel's changes with every zoom.
    const asked = trainingRequest(request, { requestId: '', targets: [], span, stepMs, now: 0 });
    const fingerprints = found.map(({ part, source }) => source.fingerprint(part.targets, asked));
    return { key: JSON.stringify([stepMs, fingerprints]), found };
  }

  /** What is known under a key, of whatever range; undefined until the first range asked for has arrived whole. */
  known(key: string): TrainingAnswer | undefined {
    const kept = this.kept.get(key);
    return kept?.isFinished === true ? kept.answer : undefined;
  }

  /**
   * Completes what is known under a key to the wanted range. Gives the known answer itself where nothing is missing.
   * `asker` is any object that stays the same from refresh to refresh; asking for another key leaves the one before.
   */
  async complete(key: string, found: readonly Found[], wanted: Wanted, asker: object): Promise<TrainingAnswer> {
    if (this.interests.get(asker)?.key !== key) {
      this.leave(asker);
    }
    this.interests.set(asker, { key, wanted });
    for (let run = this.runs.get(key); run !== undefined; run = this.runs.get(key)) {
      const answer = await run.answer;
      const isSuperseded = this.interests.get(asker)?.wanted !== wanted;
      if (isSuperseded || missingSpans(answer.askedFor.span, wanted.span, wanted.stepMs).length === 0) {
        return answer;
      }
    }
    return this.start(key, found, wanted);
  }

  /** Says that an asker wants nothing any more. Requests that nobody else waits for are cancelled. */
  leave(asker: object): void {
    const key = this.interests.get(asker)?.key;
    this.interests.delete(asker);
    if (key !== undefined && ![...this.interests.values()].some((other) => other.key === key)) {
      this.runs.get(key)?.controller.abort();
      this.runs.delete(key);
    }
  }

  private start(key: string, found: readonly Found[], wanted: Wanted): Promise<TrainingAnswer> {
    const controller = new AbortController();
    const answer = this.askMissing(key, found, wanted, controller.signal).finally(() => {
      if (this.runs.get(key)?.controller === controller) {
        this.runs.delete(key);
      }
    });
    this.runs.set(key, { answer, controller });
    return answer;
  }

  private async askMissing(
    key: string,
    found: readonly Found[],
    wanted: Wanted,
    signal: AbortSignal,
  ): Promise<TrainingAnswer> {
    const before = this.kept.get(key);
    const { pieces, isFresh } = missingPieces(before?.answer.askedFor.span, wanted.span, wanted.stepMs);
    const wasFinished = !isFresh && before?.isFinished === true;
    let answer = isFresh ? undefined : before?.answer;
    for (const span of pieces) {
      const answered = await Promise.all(found.map((one) => this.askPiece(one, span, wanted, signal)));
      if (signal.aborted) {
        throw new Error('The training request was cancelled.');
      }
      answer = joined(answer, answered, found, span, wanted.stepMs);
      this.keep(key, { answer, isFinished: wasFinished });
    }
    const whole = answer ?? joined(undefined, [], found, wanted.span, wanted.stepMs);
    this.keep(key, { answer: whole, isFinished: true });
    return whole;
  }

  private async askPiece(found: Found, span: TimeSpan, wanted: Wanted, signal: AbortSignal) {
    this.nSent++;
    const request = trainingRequest(wanted.request, {
      requestId: `foreband-training-${wanted.request.panelId ?? 0}-${this.nSent}`,
      targets: found.part.targets,
      span,
      stepMs: wanted.stepMs,
      now: this.clock(),
    });
    const frames = await found.source.ask(request, signal);
    return seriesFromFrames(frames).map((queried) => [pairingKey(queried), queried.series] as const);
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > ANSWERS_KEPT && oldest !== undefined) {
      this.kept.delete(oldest);
    }
  }
}

function joined(
  base: TrainingAnswer | undefined,
  answered: ReadonlyArray<ReadonlyArray<readonly [string, Series]>>,
  found: readonly Found[],
  span: TimeSpan,
  stepMs: number,
): TrainingAnswer {
  const series = new Map(base?.series);
  for (const [key, fresh] of new Map(answered.flat())) {
    series.set(key, replaceSpan(series.get(key), fresh, span));
  }
  return {
    series,
    askedFor: {
      dataSources: found.map(({ source }) => source.name),
      refIds: found.flatMap(({ part }) => part.targets.map(({ refId }) => refId)),
      span: base === undefined ? span : hull(base.askedFor.span, span),
      stepMs,
      nRequests: (base?.askedFor.nRequests ?? 0) + answered.length,
    },
  };
}
