import {
  guessStepMs,
  labelsFromColumn,
  labelsFromSpans,
  MAX_CSV_ROWS,
  toGrid,
  type CsvSeries,
  type GroundTruth,
} from 'foreband-detector';

import { intervalText } from '../../../training/intervalText';

import type { Readings } from './readings';

const units = { fraction: 'percentunit', percent: 'percent', other: undefined } as const;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

// Clocks that jitter by a hundredth of the step mean the round step.
const JITTER = 0.01;

/** The step of a file's rows in ms, to the whole minute or second where that is close; NaN with fewer than two rows. */
export function stepOfRows(time: Float64Array): number {
  const step = guessStepMs(time);
  const rounded = [MINUTE_MS, SECOND_MS].map((unit) => Math.round(step / unit) * unit);
  return rounded.find((round) => round > 0 && Math.abs(round - step) <= JITTER * step) ?? step;
}

function requireRoom(time: Float64Array, stepMs: number): void {
  const spanMs = time[time.length - 1] - time[0];
  const nSteps = Math.ceil(spanMs / stepMs) + 1;
  if (nSteps > MAX_CSV_ROWS) {
    const least = Math.ceil(spanMs / MAX_CSV_ROWS / MINUTE_MS) * MINUTE_MS;
    throw new RangeError(
      `invalid step: ${intervalText(stepMs)} makes ${nSteps} steps of this file (expected at most ${MAX_CSV_ROWS}: set a step of ${intervalText(least)} or more)`,
    );
  }
}

// Each row goes to the nearest cell of the grid, and so do the bounds of its event.
function truthOnGrid({ series, labels }: CsvSeries, time: Float64Array, stepMs: number): GroundTruth | null {
  if (labels === null) {
    return null;
  }
  const snap = (moment: number) => time[0] + Math.round((moment - time[0]) / stepMs) * stepMs;
  const { events } = labelsFromColumn(series.time, labels);
  return labelsFromSpans(
    time,
    events.map(({ start, end, kind }) => ({ start: snap(start), end: snap(end), kind })),
  );
}

/**
 * A file's readings on a step: the given one, or the file's own.
 * @param name of the series where the file's header gives it none.
 * @throws RangeError where that would be more than 200,000 steps.
 */
export function csvReadings(
  content: CsvSeries,
  name: string,
  stepMs: number | undefined,
  usualStepMs: number,
): Readings {
  const { time } = content.series;
  const step = stepMs ?? (stepOfRows(time) || usualStepMs);
  requireRoom(time, step);
  const series = toGrid({ ...content.series, name: content.series.name === '' ? name : content.series.name }, step);
  return {
    series,
    stepMs: step,
    truth: truthOnGrid(content, series.time, step),
    unit: units[content.unit],
    isSimulated: false,
  };
}
