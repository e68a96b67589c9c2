import type { DataQueryRequest } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';

import { seriesFromFrames } from '../../../grafana/seriesFromFrames';
import { pairingKey } from '../model/seriesInput';

import { replaceSpan } from './joinSeries';
import type { AskableSource, FindSource } from './rerun';
import type { RerunPart } from './rerunParts';
import { hull, inPieces, missingSpans } from './spans';
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

const ANSWERS_KEPT = 30;

/** Fetches training data and remembers it: a query asked once is asked only for its tail afterwards. */
export class TrainingStore {
  private readonly answers = new Map<string, TrainingAnswer>();
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

  /** What is known under a key, however much of it. */
  known(key: string): TrainingAnswer | undefined {
    return this.answers.get(key);
  }

  /** Completes what is known under a key to the wanted range. Gives the known answer itself where nothing is missing. */
  async complete(key: string, found: readonly Found[], wanted: Wanted, signal: AbortSignal): Promise<TrainingAnswer> {
    const known = this.answers.get(key);
    const missing = missingSpans(known?.askedFor.span, wanted.span, wanted.stepMs);
    if (known !== undefined && missing.length === 0) {
      return known;
    }
    const isFresh = missing.length === 1 && missing[0] === wanted.span;
    const base = isFresh ? undefined : known;
    const pieces = missing.flatMap((span) => inPieces(span, wanted.stepMs));
    const answers = await Promise.all(found.map((one) => this.askPieces(one, pieces, wanted, signal)));
    const answer = this.joined(base, answers.flat(), found, wanted, pieces.length * found.length);
    this.keep(key, answer);
    return answer;
  }

  private async askPieces(found: Found, pieces: readonly TimeSpan[], wanted: Wanted, signal: AbortSignal) {
    const answered: Array<{ readonly span: TimeSpan; readonly series: ReadonlyMap<string, Series> }> = [];
    for (const span of pieces) {
      this.nSent++;
      const request = trainingRequest(wanted.request, {
        requestId: `foreband-training-${wanted.request.panelId ?? 0}-${this.nSent}`,
        targets: found.part.targets,
        span,
        stepMs: wanted.stepMs,
        now: this.clock(),
      });
      const frames = await found.source.ask(request, signal);
      const series = seriesFromFrames(frames).map((queried) => [pairingKey(queried), queried.series] as const);
      answered.push({ span, series: new Map(series) });
    }
    return answered;
  }

  private joined(
    base: TrainingAnswer | undefined,
    answered: ReadonlyArray<{ readonly span: TimeSpan; readonly series: ReadonlyMap<string, Series> }>,
    found: readonly Found[],
    wanted: Wanted,
    nRequests: number,
  ): TrainingAnswer {
    const series = new Map(base?.series);
    for (const { span, series: fresh } of answered) {
      fresh.forEach((one, key) => series.set(key, replaceSpan(series.get(key), one, span)));
    }
    return {
      series,
      askedFor: {
        dataSources: found.map(({ source }) => source.name),
        refIds: found.flatMap(({ part }) => part.targets.map(({ refId }) => refId)),
        span: base === undefined ? wanted.span : hull(base.askedFor.span, wanted.span),
        stepMs: wanted.stepMs,
        nRequests: (base?.askedFor.nRequests ?? 0) + nRequests,
      },
    };
  }

  private keep(key: string, answer: TrainingAnswer): void {
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > ANSWERS_KEPT && oldest !== undefined) {
      this.answers.delete(oldest);
    }
  }
}
