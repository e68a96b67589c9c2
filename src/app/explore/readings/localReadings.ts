import { readCsv, type CsvContent, type TimeSpan } from 'foreband-detector';

import { alignSpan, defaultSettings, type DetectorSettings, lastCompleteStep, trainingSpan } from 'foreband-engine';
import { hull } from 'foreband-prometheus';
import type { ExploreState, RangeChoice } from '../address/exploreState';
import type { FileContent } from '../files/useFiles';

import { csvReadings } from './csvReadings';
import type { Readings } from './readings';
import { sampleCsv } from './sampleCsv';
import { simulatedReadings } from './simulatedReadings';

/** The range that is shown of everything that goes on, unless another is chosen. */
export const usualRange: RangeChoice = { from: 'now-2d', to: 'now' };

let sample: CsvContent | undefined;

function sampleContent(): CsvContent {
  if (sample === undefined) {
    const read = readCsv(sampleCsv());
    if (read.kind === 'question') {
      throw new Error(`the sample leaves something open: ${read.text}`);
    }
    sample = read;
  }
  return sample;
}

function ofFile(content: CsvContent, fileName: string, { series, settings }: LocalContext['state']): Readings {
  return csvReadings(content, { fileName, series, stepMs: settings.stepMs, usualStepMs: defaultSettings.stepMs });
}

// The history to learn from, and what is shown.
function simulatedSpan(shown: TimeSpan, settings: DetectorSettings, now: number): TimeSpan {
  const end = Math.min(shown.end, lastCompleteStep(now, settings.stepMs));
  const training = trainingSpan({ from: shown.start, to: shown.end, now }, settings);
  return alignSpan(hull(training, { start: Math.min(shown.start, end), end }), settings.stepMs);
}

/** What local readings are made of. */
export interface LocalContext {
  readonly state: Pick<ExploreState, 'source' | 'series' | 'settings'>;
  readonly file: FileContent;
  /** What is shown of a simulation. */
  readonly shown: TimeSpan;
  /** Complete settings, for a simulation. */
  readonly settings: DetectorSettings;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The readings of a source that asks nobody; undefined for the others, and while there is no file.
 * @throws RangeError where a file does not fit on the chosen step.
 */
export function localReadings({ state, file, shown, settings, now }: LocalContext): Readings | undefined {
  const { source, series } = state;
  switch (source.kind) {
    case 'csv':
      return file.kind === 'ready' ? ofFile(file.content, source.file?.name ?? 'CSV', state) : undefined;
    case 'sample':
      return ofFile(sampleContent(), 'sample', state);
    case 'simulation':
      return simulatedReadings(source, series, simulatedSpan(shown, settings, now), settings.stepMs);
    case 'metric':
    case 'promql':
      return undefined;
  }
}
