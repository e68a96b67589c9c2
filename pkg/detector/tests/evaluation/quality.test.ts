import { forecastQualityOf } from 'foreband-detector';

import { column, flatForecast } from '../columns.js';

describe('forecastQualityOf', () => {
  // Errors of 1, 2 and 5 on the normal rows; the labeled row and the missing one do not count.
  const y = column(11, 8, 99, null, 15);
  const labels = Uint8Array.of(0, 0, 1, 0, 0);
  const flagged = Uint8Array.of(0, 0, 1, 0, 1);
  const quality = forecastQualityOf(y, flatForecast(5, 10, 2), labels, flagged, 0.95);

  it('measures the errors on the normal rows that have a value', () => {
    expect(quality.nRows).toBe(3);
    expect(quality.mae).toBeCloseTo((1 + 2 + 5) / 3, 12);
    expect(quality.rmse).toBeCloseTo(Math.sqrt((1 + 4 + 25) / 3), 12);
    expect(quality.bias).toBeCloseTo((1 - 2 + 5) / 3, 12);
    expect(quality.mape).toBeCloseTo((1 / 11 + 2 / 8 + 5 / 15) / 3, 12);
    expect(quality.smape).toBeCloseTo((2 / 21 + 4 / 18 + 10 / 25) / 3, 12);
  });

  it('counts what lies within the interval, bounds included, beside what it promises', () => {
    expect(quality.coverage).toBeCloseTo(2 / 3, 12);
    expect(quality.promisedCoverage).toBe(0.95);
  });

  it('says which share of the normal rows is flagged', () => {
    expect(quality.anomalousShare).toBeCloseTo(1 / 3, 12);
  });

  it('leaves values of 0 out of the MAPE, and takes an exact 0 for no error in the sMAPE', () => {
    const zeros = forecastQualityOf(column(0, 2), flatForecast(2, 0, 1), new Uint8Array(2), new Uint8Array(2), 0.9);
    expect(zeros.mape).toBe(1);
    expect(zeros.smape).toBe(1);
  });

  it('is NaN where no row is normal', () => {
    const none = forecastQualityOf(y, flatForecast(5, 10, 2), new Uint8Array(5).fill(1), flagged, 0.95);
    expect([none.nRows, none.mae, none.rmse, none.coverage]).toEqual([0, NaN, NaN, NaN]);
  });
});
