import { guessStepMs } from 'foreband-detector';

import { alignRows } from './alignRows';
import { type AlarmCounts, countAlarms } from '../counts/countAlarms';
import { numentaPart, type NumentaPart } from '../counts/numentaScore';
import type { LabeledSeries } from './labeledFiles';
import type { RegularSeries, WalkedPage, WalkedRows } from '../walk/walk';

const DAY_MS = 86_400_000;

/** Figures of a detector on the evaluated rows of one file. */
export interface FileFigures extends AlarmCounts {
  /** How long was watched. */
  readonly days: number;
  readonly numenta: NumentaPart;
}

/** A file on a regular grid, as Prometheus would answer it. */
export interface AlignedFile {
  readonly file: LabeledSeries;
  readonly series: RegularSeries;
  /** The last row of the file in the step of a moment of the grid. */
  readonly rowOf: ReadonlyMap<number, number>;
}

/** Puts a file on its grid. */
export function alignFile(file: LabeledSeries): AlignedFile {
  const { time, y } = file;
  const stepMs = guessStepMs(time);
  const rowOf = new Map(Array.from(time, (moment, row) => [Math.floor(moment / stepMs) * stepMs, row]));
  return { file, series: alignRows(time, y, stepMs), rowOf };
}

/**
 * Counts the pages of a file from its first evaluated row on.
 * @param counts whether a page is an alarm. Default: the first of each incident.
 */
export function evaluateFile(
  { file, series, rowOf }: AlignedFile,
  { pages }: Pick<WalkedRows, 'pages'>,
  counts: (page: WalkedPage) => boolean = ({ isFirst }) => isFirst,
): FileFigures {
  const { time, windows, evaluatedFrom } = file;
  const alarms = pages
    .filter(counts)
    .map((page) => rowOf.get(page.time) ?? 0)
    .filter((row) => row >= evaluatedFrom);
  const events = windows
    .filter(({ last }) => last >= evaluatedFrom)
    .map(({ first, last }) => ({ start: time[first], end: time[last] }));
  const evaluated = countAlarms(
    alarms.map((row) => time[row]),
    events,
  );
  return {
    ...evaluated,
    days: ((time.length - evaluatedFrom) * (series.time[1] - series.time[0])) / DAY_MS,
    numenta: numentaPart({ windows, alarms, evaluatedFrom }),
  };
}
