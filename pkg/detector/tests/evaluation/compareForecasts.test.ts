import { comparisonText, compareForecasts, naiveForecast, type HeldOut, type NaiveKind } from 'foreband-detector';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A value every six hours, from midnight: four a day. */
const time = Float64Array.from({ length: 40 }, (_, row) => row * 6 * HOUR);

describe('naiveForecast', () => {
  // The value of a row is its number, so that a forecast tells which row it comes from.
  const y = Float64Array.from(time.keys());
  const from = (day: number, kind: NaiveKind, values = y) => [
    ...naiveForecast({ time, y: values }, day * DAY, time.slice(day * 4, day * 4 + 6), kind),
  ];

  it('repeats the last day that lies before the origin, however far ahead', () => {
    expect(from(8, 'yesterday')).toEqual([28, 29, 30, 31, 28, 29]);
  });

  it('repeats the last week', () => {
    expect(from(8, 'lastWeek')).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('takes the mean of seven days at that time', () => {
    // Rows 4, 8 and so on to 28 for the first.
    expect(from(8, 'weekMean')).toEqual([16, 17, 18, 19, 16, 17]);
  });

  it('goes back further where the last day has no value, and knows nothing where none has one', () => {
    const gap = y.map((value) => (value === 28 ? NaN : value));
    expect(from(8, 'yesterday', gap)[0]).toBe(24);
    expect(from(8, 'weekMean', gap)[0]).toBe(14);
    expect(from(0, 'yesterday')).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
  });
});

/** Rows from a day on, held out and forecast with these values. */
function heldOutFrom(y: Float64Array, day: number, yhat: (row: number) => number): HeldOut {
  const firstRow = day * 4;
  const rows = { from: firstRow, to: y.length };
  const column = Float64Array.from(y.subarray(firstRow), (_, row) => yhat(firstRow + row));
  const forecast = { time: time.subarray(firstRow), yhat: column, yhatLower: column, yhatUpper: column };
  const used = { start: 0, end: 0, nValues: 0 };
  const fold = { training: { from: 0, to: firstRow }, heldOut: rows };
  return {
    firstRow,
    time: time.subarray(firstRow),
    y: y.subarray(firstRow),
    forecast,
    context: { isDegenerate: false, scale: 1 },
    folds: [{ fold, training: used, heldOut: used }],
  };
}

const nothing = { labels: new Uint8Array(time.length), events: [] };

describe('compareForecasts', () => {
  // Every day 0, 1, 2, 3, and one more each day.
  const y = Float64Array.from(time.keys(), (row) => (row % 4) + Math.floor(row / 4));

  it('measures all forecasts on the same rows', () => {
    const { nRows, model, naive } = compareForecasts(
      { time, y },
      heldOutFrom(y, 8, (row) => y[row] + 0.5),
      nothing,
    );
    expect(nRows).toBe(8);
    expect(model).toEqual({ mae: 0.5, medianError: 0.5 });
    // The first day ahead is one more than the last known, the second two; a week ago it was seven less; the mean of the
    // week lies four and five below.
    expect(naive).toEqual([
      { kind: 'yesterday', mae: 1.5, medianError: 1.5 },
      { kind: 'lastWeek', mae: 7, medianError: 7 },
      { kind: 'weekMean', mae: 4.5, medianError: 4.5 },
    ]);
  });

  it('leaves out what is anomalous, what nobody knows of, and what has too little history', () => {
    const labels = nothing.labels.map((_, row) => (row === 15 ? 1 : 0));
    const unknown = [{ start: time[14], end: time[14] }];
    const wild = y.map((value, row) => (row === 14 || row === 15 ? 1000 : value));
    const { nRows, model, naive } = compareForecasts(
      { time, y: wild },
      heldOutFrom(wild, 3, (row) => y[row]),
      { labels, events: [], unknown },
    );
    expect([nRows, model.mae]).toEqual([26, 0]);
    expect(naive.map(({ kind }) => kind)).toEqual(['yesterday', 'weekMean']);
  });
});

describe('comparisonText', () => {
  const compared = (mae: number, ...naive: readonly number[]) =>
    comparisonText({
      nRows: 1,
      model: { mae, medianError: mae },
      naive: naive.map((one, place) => ({
        kind: (['yesterday', 'lastWeek', 'weekMean'] as const)[place],
        mae: one,
        medianError: one,
      })),
    });

  it('names by how much the model beats the best naive forecast', () => {
    expect(compared(1, 4, 2, 3)).toBe(
      "The model's error is 50% smaller than that of the best naive forecast (same time last week).",
    );
  });

  it('says that the model is worth little or nothing where it hardly beats it, or is beaten', () => {
    expect(compared(1, 1.05, 2)).toMatch(/^The model is worth little here: .*same time yesterday/);
    expect(compared(1.5, 1, 2)).toMatch(/^The model is worth nothing here/);
  });

  it('says so where there is nothing to compare with', () => {
    expect(compared(1)).toMatch(/^There is too little history/);
  });
});
