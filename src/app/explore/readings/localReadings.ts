import { readCsv, type CsvSeries, type TimeSpan } from 'foreband-detector';

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

let sample: CsvSeries | undefined;

function sampleContent(): CsvSeries {
  sample ??= readCsv(sampleCsv());
  return sample;
}

function ofFile(content: CsvSeries, name: string, settings: ExploreState['settings']): Readings {
  return csvReadings(content, name, settings.stepMs, defaultSettings.stepMs);
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
      return file.kind === 'ready' ? ofFile(file.content, source.file?.name ?? 'CSV', state.settings) : undefined;
    case 'sample':
      return ofFile(sampleContent(), 'sample', state.settings);
    case 'simulation':
      return simulatedReadings(source, series, simulatedSpan(shown, settings, now), settings.stepMs);
    case 'metric':
    case 'promql':
      return undefined;
  }
}
