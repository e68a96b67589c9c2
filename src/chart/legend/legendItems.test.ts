import { FieldType, toDataFrame } from '@grafana/data';

import '../../grafana/testing/browser';

import type { ModelSeries } from '../model/panelModel';

import { legendItems } from './legendItems';

const TEN = Date.UTC(2026, 4, 20, 10);
const OPTIONS = { calcs: [], isTable: false, now: TEN + 3_600_000, timeZone: 'utc' };

function seriesOf(name: string, values: readonly number[], noDataSince?: number): ModelSeries {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: values.map((_, row) => row * 60_000) },
      { name: 'value', type: FieldType.number, values: [...values] },
    ],
  });
  const [timeField, field] = frame.fields;
  const line = { time: Float64Array.from(values, (_, row) => row * 60_000), y: Float64Array.from(values) };
  const chart = { key: name, name, refId: 'A', frame, timeField, field, line, isHidden: false, noDataSince };
  return { chart, color: 'red' };
}

function valuesOf(isTable: boolean, ...series: readonly ModelSeries[]) {
  const items = legendItems(series, { ...OPTIONS, isTable });
  return items.map((item) => (item.getDisplayValues?.() ?? []).map(({ title, text }) => `${title} ${text}`));
}

const calculated = (calcs: readonly string[]) =>
  legendItems([seriesOf('web', [1, 5, 3])], { ...OPTIONS, calcs })[0].getDisplayValues?.();

describe('legendItems(series, options)', () => {
  it('says of a series that has stopped since when, in a list beside it alone', () => {
    expect(valuesOf(false, seriesOf('web', [1]), seriesOf('db', [1], TEN))).toEqual([[], ['No data since 10:00']]);
  });

  it('gives a table the column for all of its rows, and only where a series has stopped', () => {
    const both = [seriesOf('web', [1]), seriesOf('db', [1], TEN)];
    expect(valuesOf(true, ...both)).toEqual([['No data since '], ['No data since 10:00']]);
    expect(valuesOf(true, seriesOf('web', [1]))).toEqual([[]]);
  });

  it('shows the calculations asked for', () => {
    expect(calculated(['max', 'min'])).toMatchObject([
      { title: 'Max', numeric: 5 },
      { title: 'Min', numeric: 1 },
    ]);
  });

  it('leaves out a calculation that this Grafana does not know', () => {
    expect(calculated(['nope'])).toEqual([]);
    expect(calculated(['nope', 'last'])).toMatchObject([{ title: 'Last', numeric: 3 }]);
  });
});
