import { durationText, numberText, type SeriesStatistics } from 'foreband-detector';

/** One statistic: its name, and how it is read off and written. */
interface Statistic {
  readonly name: string;
  /** `value`: in the unit of the series; `count`, `number` and `duration` speak for themselves. */
  readonly kind: 'value' | 'count' | 'number' | 'duration';
  readonly of: (statistics: SeriesStatistics) => number;
  /** Whether it is about neighbors in time, which samples picked by size or hour no longer are. */
  readonly needsNeighbors?: boolean;
}

const quantileNames: ReadonlyArray<readonly [number, string]> = [
  [0.01, '1% below'],
  [0.05, '5% below'],
  [0.25, 'Lower quartile'],
  [0.5, 'Median'],
  [0.75, 'Upper quartile'],
  [0.95, '95% below'],
  [0.99, '99% below'],
];

function quantile(share: number): Statistic['of'] {
  return ({ quantiles }) => quantiles.find((one) => one.share === share)?.value ?? NaN;
}

const statistics: readonly Statistic[] = [
  { name: 'Samples', kind: 'count', of: ({ count }) => count },
  { name: 'Missing', kind: 'count', of: ({ nMissing }) => nMissing, needsNeighbors: true },
  { name: 'Gaps', kind: 'count', of: ({ gaps }) => gaps.length, needsNeighbors: true },
  { name: 'Span', kind: 'duration', of: ({ spanMs }) => spanMs, needsNeighbors: true },
  { name: 'Step', kind: 'duration', of: ({ stepMs }) => stepMs, needsNeighbors: true },
  { name: 'Mean', kind: 'value', of: ({ mean }) => mean },
  { name: 'Standard deviation', kind: 'value', of: ({ standardDeviation }) => standardDeviation },
  { name: 'Smallest', kind: 'value', of: ({ min }) => min },
  ...quantileNames.map(([share, name]): Statistic => ({ name, kind: 'value', of: quantile(share) })),
  { name: 'Largest', kind: 'value', of: ({ max }) => max },
  { name: 'Skewness', kind: 'number', of: ({ skewness }) => skewness },
  { name: 'Kurtosis', kind: 'number', of: ({ kurtosis }) => kurtosis },
];

function text(value: number, kind: Statistic['kind'], format: (value: number) => string): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  switch (kind) {
    case 'value':
      return format(value);
    case 'duration':
      return durationText(value);
    case 'count':
      return String(value);
    case 'number':
      return numberText(value);
  }
}

export interface StatisticsColumn {
  readonly statistics: SeriesStatistics;
  /** Whether the samples are all there were in a stretch of time. */
  readonly hasNeighbors: boolean;
}

function valueOf({ statistics: all, hasNeighbors }: StatisticsColumn, { of, needsNeighbors }: Statistic): number {
  return needsNeighbors === true && !hasNeighbors ? NaN : of(all);
}

/** The statistics as the reader sees them: one row each, a cell for each column. */
export function statisticsTexts(columns: readonly StatisticsColumn[], format: (value: number) => string): string[][] {
  return statistics.map((one) => [one.name, ...columns.map((column) => text(valueOf(column, one), one.kind, format))]);
}

/** The same as plain numbers, durations in ms. */
export function statisticsNumbers(columns: readonly StatisticsColumn[]): Array<Array<string | number>> {
  return statistics.map((one) => [
    one.kind === 'duration' ? `${one.name} (ms)` : one.name,
    ...columns.map((column) => valueOf(column, one)),
  ]);
}
