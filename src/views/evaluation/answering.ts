import type { TimeSpan } from 'foreband-detector';

/** The way to say whether incidents that were found and not planted are real. */
export interface Answering {
  readonly onAnswer: (span: TimeSpan, isReal: boolean) => void;
  /** Where answers are stored and how long, in a sentence. */
  readonly stored: string;
}
