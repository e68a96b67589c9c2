import type { DataQueryRequest } from '@grafana/data';
import type { Series, TimeSpan } from 'foreband-detector';
import { replaceSpan } from 'foreband-engine';
import {
  type Clock,
  createRequestQueue,
  createRowStore,
  hull,
  RangeClient,
  type RangeObserver,
  type RequestQueue,
  type RowRange,
  type RowTypes,
  type Sending,
} from 'foreband-prometheus';

import { seriesFromFrames } from '../grafana/seriesFromFrames';

import type { AskableSource, FindSource } from './rerun';
import type { RerunPart } from './rerunParts';
import { pairingKey } from './seriesInput';
import type { TrainingAnswer } from './trainingAnswer';
import { trainingRequest } from './trainingRequest';

/** The wanted training: the panel's request divided by data source, for which range and step. */
export interface WantedTraining {
  readonly request: DataQueryRequest;
  readonly parts: readonly RerunPart[];
  /** Bounds on multiples of the step. */
  readonly span: TimeSpan;
  readonly stepMs: number;
}

interface FoundPart {
  readonly part: RerunPart;
  readonly source: AskableSource;
}

/** The wanted training with the data sources that give it. */
export interface FoundTraining {
  readonly wanted: WantedTraining;
  readonly found: readonly FoundPart[];
  /** Tells its samples from those of other queries. */
  readonly key: string;
}

/** Somebody who wants training data. */
export type TrainingRange = RangeObserver<RowTypes<Series>>;

const store = createRowStore<Series>({ replace: replaceSpan, size: ({ time }) => 2 * time.length });

/**
 * Reads training data from any data source and stores it: a query asked once is asked only for its tail afterward, and
 * whoever wants the same shares one run of requests.
 */
export class TrainingReader {
  private readonly ranges: RangeClient<RowTypes<Series>>;
  private readonly queues = new Map<string, RequestQueue>();
  private nSent = 0;

  constructor(
    private readonly findSource: FindSource,
    private readonly clock: Clock,
  ) {
    this.ranges = new RangeClient({ clock, store });
  }

  /**
   * Finds the data sources behind the parts.
   * @throws Error where one is gone.
   */
  async find(wanted: WantedTraining): Promise<FoundTraining> {
    const { request, parts, stepMs, span } = wanted;
    const found = await Promise.all(
      parts.map(async (part) => ({ part, source: await this.findSource(part.datasource, request.scopedVars) })),
    );
    // Variables are filled in with the training's own step: the panel's changes with every zoom.
    const asked = trainingRequest(request, { requestId: '', targets: [], span, stepMs, now: 0 });
    const fingerprints = found.map(({ part, source }) => source.fingerprint(part.targets, asked));
    return { wanted, found, key: JSON.stringify([stepMs, fingerprints]) };
  }

  /** Somebody who wants the training data, until it leaves or the signal is aborted. */
  observe({ wanted, found, key }: FoundTraining, signal?: AbortSignal): TrainingRange {
    const { span, stepMs } = wanted;
    const ask = async (piece: TimeSpan, sending: Sending) => {
      const answers = await Promise.all(found.map((one) => this.askPart(one, piece, wanted, sending)));
      return new Map(answers.flat());
    };
    return this.ranges.observe({ key, stepMs }, { span, ask }, signal);
  }

  /**
   * Reads training data once.
   * @throws Error in the data source's own words, and where the signal is aborted.
   */
  async read(wanted: WantedTraining, signal: AbortSignal): Promise<TrainingAnswer> {
    const training = await this.find(wanted);
    const observer = this.observe(training, signal);
    try {
      const { range } = await observer.complete('training');
      return answerOf(training, range);
    } finally {
      observer.leave();
    }
  }

  private async askPart({ part, source }: FoundPart, span: TimeSpan, wanted: WantedTraining, sending: Sending) {
    const { signal, priority } = sending;
    const ask = () => {
      this.nSent++;
      const request = trainingRequest(wanted.request, {
        requestId: `foreband-training-${wanted.request.panelId ?? 0}-${this.nSent}`,
        targets: part.targets,
        span,
        stepMs: wanted.stepMs,
        now: this.clock.now(),
      });
      return source.ask(request, signal);
    };
    const frames = await this.queueOf(source).run(ask, priority, signal);
    return seriesFromFrames(frames).map((queried) => [pairingKey(queried), queried.series] as const);
  }

  private queueOf({ uid }: AskableSource): RequestQueue {
    const queue = this.queues.get(uid) ?? createRequestQueue();
    this.queues.set(uid, queue);
    return queue;
  }
}

/** The training that was read, with the requests for it. */
export function answerOf(
  { wanted, found }: FoundTraining,
  { series, covered, nAnswers }: RowRange<Series>,
): TrainingAnswer {
  return {
    series,
    askedFor: {
      dataSources: found.map(({ source }) => source.name),
      refIds: found.flatMap(({ part }) => part.targets.map(({ refId }) => refId)),
      span: covered.reduce(hull, covered.at(0) ?? wanted.span),
      stepMs: wanted.stepMs,
      nRequests: nAnswers * found.length,
    },
  };
}
