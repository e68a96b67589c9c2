import { guessUnit } from 'foreband-detector';

import { seriesOf } from '../columns.js';

describe('guessUnit', () => {
  it.each([
    { what: 'a peak of at most 1', values: [0.2, 1, 0.7], unit: 'fraction' },
    { what: 'a rate that overshoots full load by extrapolation', values: [0.9, 1.03], unit: 'fraction' },
    { what: 'a peak between 10 and 100', values: [0.8, 0.3, 42], unit: 'percent' },
    { what: 'a peak that may be percent or cores', values: [0.5, 3.2], unit: 'other' },
    { what: 'a peak above 105', values: [20, 400], unit: 'other' },
    { what: 'a negative value', values: [-0.1, 0.5], unit: 'other' },
    { what: 'missing values only', values: [null, null], unit: 'other' },
    { what: 'zeros', values: [0, 0], unit: 'fraction' },
  ])('says $unit for $what', ({ values, unit }) => {
    expect(guessUnit(seriesOf(values))).toBe(unit);
  });

  it('decides per series: one small sample does not turn percent into a fraction', () => {
    expect(guessUnit(seriesOf([0.8, 55, 60]))).toBe('percent');
  });

  it.each([
    { name: 'cpu_usage_percent', unit: 'percent' },
    { name: 'disk_used_pct', unit: 'percent' },
    { name: 'memory_used_ratio', unit: 'fraction' },
  ])('believes the metric name $name whatever the values', ({ name, unit }) => {
    expect(guessUnit({ ...seriesOf([0.4, 0.8]), labels: { __name__: name } })).toBe(unit);
  });

  it('reads the series name only where the metric name is unknown', () => {
    expect(guessUnit({ ...seriesOf([0.4]), name: 'CPU percent' })).toBe('percent');
    expect(guessUnit({ ...seriesOf([0.4]), name: 'CPU percent', labels: { __name__: 'load_ratio' } })).toBe('fraction');
  });

  it('does not take parts of words for a unit', () => {
    expect(guessUnit({ ...seriesOf([0.4]), labels: { __name__: 'iteration_percentile_share' } })).toBe('fraction');
    expect(guessUnit({ ...seriesOf([400]), labels: { __name__: 'migration_percentile' } })).toBe('other');
  });
});
