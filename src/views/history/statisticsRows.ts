import { durationText, numberText, type SeriesStatistics } from 'foreband-detector';

/** One statistic: its name, and how it is read off and written. */
interface Statistic {
  readonly name: string;
  /** `value`: in the unit of the series; `count`, `number` and `duration` speak for themselves. */
  readonly kind: 'value' | 'count' | 'number' | 'duration';
  readonly of: (statistics: SeriesStatistics) => number;
}

const quantileNames: ReadonlyArray<readonly [number, string]> = [
  [0.01, '1 % below'],
  [0.05, '5 % below'],
  [0.25, 'Lower quartile'],
  [0.5, 'Median'],
  [0.75, 'Upper quartile'],
  [0.95, '95 % below'],
  [0.99, '99 % below'],
];

function quantile(share: number): Statistic['of'] {
  return ({ quantiles }) => quantiles.find((one) => one.share === share)?.value ?? NaN;
}

const statistics: readonly Statistic[] = [
  { name: 'Readings', kind: 'count', of: ({ count }) => count },
  { name: 'Missing', kind: 'count', of: ({ nMissing }) => nMissing },
  { name: 'Gaps', kind: 'count', of: ({ gaps }) => gaps.length },
  { name: 'Span', kind: 'duration', of: ({ spanMs }) => spanMs },
  { name: 'Step', kind: 'duration', of: ({ stepMs }) => stepMs },
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

/** The statistics as the reader sees them: one row each, one column for each of `all`. */
export function statisticsTexts(all: readonly SeriesStatistics[], format: (value: number) => string): string[][] {
  return statistics.map(({ name, kind, of }) => [name, ...all.map((one) => text(of(one), kind, format))]);
}

/** The same as plain numbers, durations in ms. */
export function statisticsNumbers(all: readonly SeriesStatistics[]): Array<Array<string | number>> {
  return statistics.map(({ name, kind, of }) => [kind === 'duration' ? `${name} (ms)` : name, ...all.map(of)]);
}
