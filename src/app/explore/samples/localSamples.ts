import { readCsv, type CsvContent, type TimeSpan } from 'foreband-detector';

import { alignSpan, defaultSettings, type DetectorSettings, lastCompleteStep, trainingSpan } from 'foreband-engine';
import { hull } from 'foreband-prometheus';
import type { ExploreState, RangeChoice } from '../address/exploreState';
import type { FileContent } from '../files/useFiles';

import { csvSamples } from './csvSamples';
import type { Samples } from './samples';
import { exampleCsv } from './exampleCsv';
import { simulatedSamples } from './simulatedSamples';

/** The range that is shown of everything that goes on, unless another is chosen. */
export const usualRange: RangeChoice = { from: 'now-2d', to: 'now' };

let sample: CsvContent | undefined;

function sampleContent(): CsvContent {
  if (sample === undefined) {
    const read = readCsv(exampleCsv());
    if (read.kind === 'question') {
      throw new Error(`the sample leaves something open: ${read.text}`);
    }
    sample = read;
  }
  return sample;
}

function ofFile(content: CsvContent, fileName: string, { series, settings }: LocalContext['state']): Samples {
  return csvSamples(content, { fileName, series, stepMs: settings.stepMs, usualStepMs: defaultSettings.stepMs });
}

// The history to fit to, and what is shown.
function simulatedSpan(shown: TimeSpan, settings: DetectorSettings, now: number): TimeSpan {
  const end = Math.min(shown.end, lastCompleteStep(now, settings.stepMs));
  const training = trainingSpan({ from: shown.start, to: shown.end, now }, settings);
  return alignSpan(hull(training, { start: Math.min(shown.start, end), end }), settings.stepMs);
}

/** The sources of local samples. */
export interface LocalContext {
  readonly state: Pick<ExploreState, 'source' | 'series' | 'settings'>;
  readonly file: FileContent;
  /** The shown part of a simulation. */
  readonly shown: TimeSpan;
  /** Complete settings, for a simulation. */
  readonly settings: DetectorSettings;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The samples of a source that asks nobody; undefined for the others, and while there is no file.
 * @throws RangeError where a file does not fit on the chosen step.
 */
export function localSamples({ state, file, shown, settings, now }: LocalContext): Samples | undefined {
  const { source, series } = state;
  switch (source.kind) {
    case 'csv':
      return file.kind === 'ready' ? ofFile(file.content, source.file?.name ?? 'CSV', state) : undefined;
    case 'sample':
      return ofFile(sampleContent(), 'sample', state);
    case 'simulation':
      return simulatedSamples(source, series, simulatedSpan(shown, settings, now), settings.stepMs);
    case 'metric':
    case 'promql':
      return undefined;
  }
}
