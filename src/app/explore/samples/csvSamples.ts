import {
  guessStepMs,
  labelsFromColumn,
  labelsFromSpans,
  MAX_CSV_ROWS,
  preferredSeries,
  toGrid,
  type CsvContent,
  type CsvSeries,
  type GroundTruth,
  type Series,
} from 'foreband-detector';

import { intervalText } from '../../../training/intervalText';

import { csvUnit } from './csvUnit';
import type { Samples } from './samples';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

// Clocks that jitter by a hundredth of the step mean the round step.
const JITTER = 0.01;

/** The step of a file's rows in ms, to the whole minute or second where that is close; NaN with fewer than two rows. */
function stepOfRows(time: Float64Array): number {
  const step = guessStepMs(time);
  const rounded = [MINUTE_MS, SECOND_MS].map((unit) => Math.round(step / unit) * unit);
  return rounded.find((round) => round > 0 && Math.abs(round - step) <= JITTER * step) ?? step;
}

function spanOf(time: Float64Array): number {
  return time[time.length - 1] - time[0];
}

// The shortest step of whole minutes on which a file has room.
function leastStep(time: Float64Array): number {
  return Math.ceil(spanOf(time) / (MAX_CSV_ROWS - 1) / MINUTE_MS) * MINUTE_MS;
}

function hasRoom(time: Float64Array, stepMs: number): boolean {
  return Math.ceil(spanOf(time) / stepMs) + 1 <= MAX_CSV_ROWS;
}

function requireRoom(time: Float64Array, stepMs: number): void {
  if (!hasRoom(time, stepMs)) {
    throw new RangeError(
      `invalid step: ${intervalText(stepMs)} makes more than ${MAX_CSV_ROWS} steps of this file (expected ${intervalText(leastStep(time))} or more)`,
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

const countOf = ({ y }: Series) => y.reduce((count, value) => count + (Number.isFinite(value) ? 1 : 0), 0);

function asRead(chosen: CsvSeries, series: Series): Pick<Samples, 'asRead'> {
  return countOf(chosen.series) === countOf(series) ? {} : { asRead: { ...chosen.series, name: series.name } };
}

/** The series of a file that is looked at, and how. */
export interface CsvView {
  /** Names a series that the file leaves without one. */
  readonly fileName: string;
  /** The series that is asked for; null, or one that the file does not have, for the preferred one. */
  readonly series: string | null;
  /** The step that is set, ms; undefined for the file's own. */
  readonly stepMs: number | undefined;
  /** The step of a file of one row, ms. */
  readonly usualStepMs: number;
}

/**
 * The samples of one series of a file on a step: the one that is set, the file's own, or where that is too short for
 * the file's span a longer one, which is said.
 * @throws RangeError where the step that is set would be more than 200,000 steps.
 */
export function csvSamples(content: CsvContent, view: CsvView): Samples {
  const nameOf = ({ series: { name } }: CsvSeries) => (name === '' ? view.fileName : name);
  const chosen = content.series.find((one) => nameOf(one) === view.series) ?? preferredSeries(content);
  const { time } = chosen.series;
  const ownStep = stepOfRows(time) || view.usualStepMs;
  const isTooShort = view.stepMs === undefined && !hasRoom(time, ownStep);
  const stepMs = view.stepMs ?? (isTooShort ? leastStep(time) : ownStep);
  requireRoom(time, stepMs);
  const series = toGrid({ ...chosen.series, name: nameOf(chosen) }, stepMs);
  return {
    series,
    ...asRead(chosen, series),
    stepMs,
    truth: truthOnGrid(chosen, series.time, stepMs),
    unit: csvUnit(chosen),
    isSimulated: false,
    names: content.series.map(nameOf),
    notices: isTooShort
      ? [
          `The file covers too long a time for its step of ${intervalText(ownStep)}: its samples are shown at a step of ${intervalText(stepMs)}.`,
        ]
      : [],
  };
}
