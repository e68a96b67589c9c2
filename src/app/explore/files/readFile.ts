import { MAX_CSV_LENGTH, readCsvSteps, type CsvSeries } from 'foreband-detector';

import { contentFingerprint, takeInSlices } from 'foreband-engine';
import type { FileChoice } from '../address/exploreState';

/** A file that has been read. */
export interface ReadFile {
  readonly file: FileChoice;
  readonly content: CsvSeries;
}

// A character takes up to four bytes; a file beyond this need not be loaded to be refused.
const MAX_BYTES = 4 * MAX_CSV_LENGTH;

// What a generator returns is lost to whoever only takes what it yields.
function followed(steps: Generator<number, CsvSeries>) {
  let share = 0;
  let content: CsvSeries | undefined;
  return {
    *steps(): Generator<number> {
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          content = step.value;
          return;
        }
        share = step.value;
        yield share;
      }
    },
    share: () => share,
    result(): CsvSeries {
      if (content === undefined) {
        throw new Error('the file has not been read to its end');
      }
      return content;
    },
  };
}

/**
 * Reads a CSV, while the page stays responsive.
 * @param onProgress is told the share that has been read, 0 to 1.
 * @throws RangeError that names the line and what was expected.
 */
export async function readFile(
  source: Pick<File, 'name' | 'size' | 'text'>,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<ReadFile> {
  if (source.size > MAX_BYTES) {
    throw new RangeError(`the file has ${source.size} bytes (expected at most ${MAX_BYTES})`);
  }
  const reading = followed(readCsvSteps(await source.text()));
  await takeInSlices(reading.steps(), Infinity, { signal, onProgress: () => onProgress(reading.share()) });
  const content = reading.result();
  const fingerprint = contentFingerprint(content.series, content.labels);
  return { file: { name: source.name, fingerprint }, content };
}
