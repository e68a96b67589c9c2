import { statisticsOf } from 'foreband-detector';

import { statisticsNumbers, statisticsTexts } from './statisticsRows';

const HOUR = 3_600_000;
const time = Float64Array.of(0, HOUR, 2 * HOUR, 4 * HOUR);
const statistics = statisticsOf({ name: 'web', labels: {}, time, y: Float64Array.of(1, 2, 3, 6) });
const percent = (value: number) => `${value} %`;

function textOf(name: string, hasNeighbors: boolean): string | undefined {
  const rows = statisticsTexts([{ statistics, hasNeighbors }], percent);
  return rows.find(([first]) => first === name)?.[1];
}

describe('statisticsTexts', () => {
  it('writes values in the unit of the series, counts and durations by themselves', () => {
    expect(textOf('Mean', true)).toBe('3 %');
    expect(textOf('Samples', true)).toBe('4');
    expect(textOf('Missing', true)).toBe('1');
    expect(textOf('Step', true)).toBe('1 h');
  });

  it('says nothing of gaps and steps between samples that were picked one by one', () => {
    expect(textOf('Missing', false)).toBe('–');
    expect(textOf('Span', false)).toBe('–');
    expect(textOf('Mean', false)).toBe('3 %');
  });
});

describe('statisticsNumbers', () => {
  it('gives plain numbers, durations in milliseconds', () => {
    const rows = statisticsNumbers([{ statistics, hasNeighbors: true }]);
    expect(rows).toContainEqual(['Span (ms)', 4 * HOUR]);
    expect(rows).toContainEqual(['Largest', 6]);
  });
});
