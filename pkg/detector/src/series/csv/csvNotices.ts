import { MAX_CSV_ROWS, type CsvFormat, type CsvSeries } from './csvContent.js';

/** A series of a file with what was done to its rows. */
export interface NoticedSeries extends CsvSeries {
  readonly nRepeated: number;
  readonly thinnedToMs: number;
}

const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
  [1, 'ms'],
] as const;

function stepText(ms: number): string {
  const [size, unit] = units.find(([one]) => ms % one === 0) ?? units[4];
  return `${ms / size} ${unit}`;
}

function listText(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function countText(count: number): string {
  return count.toLocaleString('en-US');
}

// Columns are read alike in all of their series.
function unitNotices(series: readonly NoticedSeries[]): readonly string[] {
  const sentences = series
    .filter(({ symbol, writtenUnits }) => writtenUnits.some((unit) => unit !== symbol))
    .map(({ symbol, writtenUnits }) => {
      const base = symbol === '' ? 'plain numbers' : symbol;
      return `Values in ${listText(writtenUnits)} are read in ${base}.`;
    });
  return [...new Set(sentences)];
}

function repeatNotices(series: readonly NoticedSeries[]): readonly string[] {
  const repeated = series.filter(({ nRepeated }) => nRepeated > 0);
  const most = Math.max(0, ...repeated.map(({ nRepeated }) => nRepeated));
  if (most === 0) {
    return [];
  }
  const which = repeated.length < series.length ? ` of ${repeated.length} of ${series.length} series` : '';
  const rows =
    most === 1 ? '1 row has' : `${countText(most)} rows${repeated.length > 1 ? ' a series at most' : ''} have`;
  return [`${rows} the time of another one${which}: the mean of their values is used.`];
}

function thinnedNotices(series: readonly NoticedSeries[]): readonly string[] {
  const steps = [...new Set(series.map(({ thinnedToMs }) => thinnedToMs).filter((ms) => ms > 0))];
  return steps.map(
    (ms) => `More than ${countText(MAX_CSV_ROWS)} rows are thinned to one every ${stepText(ms)}, the mean of each.`,
  );
}

/** Notices about how a file was read, in sentences. */
export function csvNotices(
  series: readonly NoticedSeries[],
  { timestamps }: CsvFormat,
  hasZone: boolean,
): readonly string[] {
  const isWritten = timestamps !== 'epochSeconds' && timestamps !== 'epochMilliseconds';
  return [
    ...unitNotices(series),
    ...repeatNotices(series),
    ...thinnedNotices(series),
    ...(isWritten && !hasZone ? ['The times name no time zone: they are read as UTC.'] : []),
  ];
}
