import { guessStepMs, placeEvents, scoreEvents, type EventScores } from 'foreband-detector';

import type { Engine } from 'foreband-engine';

import type { Contestant } from './contestant';
import { totalEvents, type EventTotals } from './eventTotals';
import type { LabeledSeries } from './labeledFiles';
import { streamThroughDays } from './streamThroughDays';

/** A contestant on labeled series, streaming. */
export interface FilesResult {
  readonly name: string;
  readonly files: ReadonlyArray<{ readonly name: string; readonly events: EventTotals }>;
  readonly total: EventTotals;
}

/** Scores one labeled series as time goes by. */
export function evaluateFile(
  engine: Pick<Engine, 'detect'>,
  { series, truth }: LabeledSeries,
  { settings }: Contestant,
): EventScores {
  const flagged = streamThroughDays(engine, series, { ...settings, stepMs: guessStepMs(series.time) });
  return scoreEvents(flagged, placeEvents(series.time, flagged.score, truth.events));
}

/** Scores every file, and all of them together. */
export function evaluateFiles(
  engine: Pick<Engine, 'detect'>,
  files: readonly LabeledSeries[],
  contestant: Contestant,
): FilesResult {
  const scores = files.map((file) => evaluateFile(engine, file, contestant));
  return {
    name: contestant.name,
    files: files.map(({ name }, index) => ({ name, events: totalEvents([scores[index]]) })),
    total: totalEvents(scores),
  };
}
