import { guessStepMs } from 'foreband-detector';

import { alignRows } from './alignRows';
import { type AlarmCounts, countAlarms } from '../judge/countAlarms';
import { numentaPart, type NumentaPart } from '../judge/numentaScore';
import type { LabelledSeries } from './labelledFiles';
import type { RegularSeries, WalkedPage, WalkedRows } from '../walk/walk';

const DAY_MS = 86_400_000;

/** What a detector made of the judged rows of one file. */
export interface FileFigures extends AlarmCounts {
  /** How long was watched. */
  readonly days: number;
  readonly numenta: NumentaPart;
}

/** A file on a regular grid, as Prometheus would answer it. */
export interface AlignedFile {
  readonly file: LabelledSeries;
  readonly series: RegularSeries;
  /** The last row of the file in the step of a moment of the grid. */
  readonly rowOf: ReadonlyMap<number, number>;
}

/** Puts a file on its grid. */
export function alignFile(file: LabelledSeries): AlignedFile {
  const { time, y } = file;
  const stepMs = guessStepMs(time);
  const rowOf = new Map(Array.from(time, (moment, row) => [Math.floor(moment / stepMs) * stepMs, row]));
  return { file, series: alignRows(time, y, stepMs), rowOf };
}

/**
 * Counts the pages of a file from its first judged row on.
 * @param counts whether a page is an alarm. Default: the first of each incident.
 */
export function judgeFile(
  { file, series, rowOf }: AlignedFile,
  { pages }: Pick<WalkedRows, 'pages'>,
  counts: (page: WalkedPage) => boolean = ({ isFirst }) => isFirst,
): FileFigures {
  const { time, windows, judgedFrom } = file;
  const alarms = pages
    .filter(counts)
    .map((page) => rowOf.get(page.time) ?? 0)
    .filter((row) => row >= judgedFrom);
  const events = windows
    .filter(({ last }) => last >= judgedFrom)
    .map(({ first, last }) => ({ start: time[first], end: time[last] }));
  const judged = countAlarms(
    alarms.map((row) => time[row]),
    events,
  );
  return {
    ...judged,
    days: ((time.length - judgedFrom) * (series.time[1] - series.time[0])) / DAY_MS,
    numenta: numentaPart({ windows, alarms, judgedFrom }),
  };
}
