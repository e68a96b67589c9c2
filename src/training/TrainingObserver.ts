import { dateTimeFormat } from '@grafana/data';
import { isFailure, overlaps } from 'foreband-prometheus';

import type { Training } from './trainingAnswer';
import {
  answerOf,
  type FoundTraining,
  type TrainingRange,
  type TrainingReader,
  type WantedTraining,
} from './TrainingReader';

interface Observed {
  readonly training: FoundTraining;
  readonly range: TrainingRange;
}

const ASKING: Training = { kind: 'asking' };

const ADVICE = `Lengthen "Step" or shorten "Training window" in the panel's options, or raise the data source's limit.`;

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function messageOf(error: unknown): string {
  const text = sentence(error instanceof Error ? error.message : String(error));
  return isFailure(error, 'limit') ? `${text} ${ADVICE}` : text;
}

/** The part of the range that is there already, to be fitted to meanwhile: undefined where none of it is known. */
function knownPart({ training, range }: Observed, remark?: string): Training | undefined {
  const known = range.known();
  const isKnown = known.series.size > 0 && known.covered.some((span) => overlaps(span, range.span));
  return isKnown ? { kind: 'ready', answer: answerOf(training, known), remark } : undefined;
}

function failedPart(observed: Observed, error: unknown): Training {
  const { range, training } = observed;
  const missing = range.missing();
  const format = (time: number) => dateTimeFormat(time, { timeZone: training.wanted.request.timezone });
  const [from, to] = [missing.at(0)?.start ?? range.span.start, missing.at(-1)?.end ?? range.span.end].map(format);
  const remark = `Training data from ${from} to ${to} is missing: ${messageOf(error)} The model is fitted to the rest.`;
  return knownPart(observed, remark) ?? { kind: 'failed', message: messageOf(error) };
}

function trainingOf(observed: Observed): Training {
  const { training, range } = observed;
  const { result } = range;
  switch (result.kind) {
    case 'incomplete':
      // Until the first range has arrived whole, a part of it would be fitted for nothing.
      return (range.isFirst ? undefined : knownPart(observed)) ?? ASKING;
    case 'failed':
      return failedPart(observed, result.error);
    case 'complete': {
      const { coveredFrom } = result.range;
      const from = dateTimeFormat(coveredFrom, { timeZone: training.wanted.request.timezone });
      const remark =
        coveredFrom > range.span.start
          ? `The data source refused the whole training window: fitted to the samples from ${from} on. ${ADVICE}`
          : undefined;
      return { kind: 'ready', answer: answerOf(training, result.range), remark };
    }
  }
}

function isSame(left: Training, right: Training): boolean {
  return left.kind === 'ready' && right.kind === 'ready'
    ? left.answer.series === right.answer.series && left.remark === right.remark
    : left === right;
}

/**
 * A panel's training data, kept up to date with what the panel wants. It wants something else with every refresh; what
 * is under way for the same query goes on.
 */
export class TrainingObserver {
  private current: Training = ASKING;
  private observed: Observed | undefined;
  private nWanted = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly reader: TrainingReader) {}

  /** Calls back whenever there is news; gives a function that ends this. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** How far it is; the same object until there is news. */
  readonly training = (): Training => this.current;

  /** Wants this from now on. */
  want(wanted: WantedTraining): void {
    const turn = ++this.nWanted;
    const isCurrent = () => turn === this.nWanted;
    this.reader.find(wanted).then(
      (training) => isCurrent() && this.observe(training),
      (error: unknown) => {
        if (isCurrent()) {
          this.leave();
          this.change({ kind: 'failed', message: messageOf(error) });
        }
      },
    );
  }

  /** Wants nothing any more. */
  leave(): void {
    this.nWanted++;
    this.observed?.range.leave();
    this.observed = undefined;
  }

  private observe(training: FoundTraining): void {
    const before = this.observed;
    // Before the other has left, so that a request both wait for goes on.
    const observed = { training, range: this.reader.observe(training) };
    this.observed = observed;
    before?.range.leave();
    observed.range.subscribe(() => observed === this.observed && this.change(trainingOf(observed)));
    this.change(trainingOf(observed));
    // The result says how it ended.
    observed.range.complete('training').catch(() => undefined);
  }

  private change(training: Training): void {
    if (!isSame(this.current, training)) {
      this.current = training;
      this.listeners.forEach((listener) => listener());
    }
  }
}
