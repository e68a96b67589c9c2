import {
  decodeCsv,
  MAX_CSV_LENGTH,
  readCsvSteps,
  type CsvAnswers,
  type CsvContent,
  type CsvQuestion,
} from 'foreband-detector';

import { takeInSlices } from 'foreband-engine';
import type { FileChoice } from '../address/exploreState';

import { fileFingerprint } from './fileFingerprint';

/** The source of a file's bytes. */
export type FileSource = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** A file that has been read. */
export interface ReadFile {
  readonly kind: 'read';
  readonly file: FileChoice;
  readonly content: CsvContent;
}

/** How a file is read. */
export interface ReadOptions {
  /** To what is open in it. Default none. */
  readonly answers?: CsvAnswers;
  /** Is told the share that has been read, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

// A character takes up to four bytes; a file beyond this need not be loaded to be refused.
const MAX_BYTES = 4 * MAX_CSV_LENGTH;

// What a generator returns is lost to whoever only takes what it yields.
function followed<R>(steps: Generator<number, R>) {
  let share = 0;
  let result: R | undefined;
  return {
    *steps(): Generator<number> {
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          result = step.value;
          return;
        }
        share = step.value;
        yield share;
      }
    },
    share: () => share,
    result(): R {
      if (result === undefined) {
        throw new Error('the file has not been read to its end');
      }
      return result;
    },
  };
}

/**
 * Reads a CSV, while the page stays responsive; gives a question where it can be read in two ways.
 * @throws RangeError that names the line and what was expected.
 */
export async function readFile(source: FileSource, options: ReadOptions): Promise<ReadFile | CsvQuestion> {
  const { answers = {}, onProgress, signal } = options;
  if (source.size > MAX_BYTES) {
    throw new RangeError(`the file has ${source.size} bytes (expected at most ${MAX_BYTES})`);
  }
  const reading = followed(readCsvSteps(decodeCsv(new Uint8Array(await source.arrayBuffer())), answers));
  await takeInSlices(reading.steps(), Infinity, { signal, onProgress: () => onProgress(reading.share()) });
  const content = reading.result();
  if (content.kind === 'question') {
    return content;
  }
  const given = Object.keys(answers).length === 0 ? {} : { answers };
  return { kind: 'read', file: { name: source.name, fingerprint: fileFingerprint(content), ...given }, content };
}
