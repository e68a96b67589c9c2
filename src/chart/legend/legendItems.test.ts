import type { ModelSeries } from '../model/panelModel';

import { legendItems } from './legendItems';

const TEN = Date.UTC(2026, 4, 20, 10);

function named(name: string, noDataSince?: number): ModelSeries {
  const field = { name, config: {}, values: [] };
  return { chart: { key: name, name, field, noDataSince }, color: 'red' } as unknown as ModelSeries;
}

function valuesOf(isTable: boolean, ...series: readonly ModelSeries[]) {
  const options = { calcs: [], isTable, now: TEN + 3_600_000, timeZone: 'utc' };
  const items = legendItems(series, options);
  return items.map((item) => (item.getDisplayValues?.() ?? []).map(({ title, text }) => `${title} ${text}`));
}

describe('legendItems(series, options)', () => {
  it('says of a series that has stopped since when, in a list beside it alone', () => {
    expect(valuesOf(false, named('web'), named('db', TEN))).toEqual([[], ['No data since 10:00']]);
  });

  it('gives a table the column for all of its rows, and only where a series has stopped', () => {
    expect(valuesOf(true, named('web'), named('db', TEN))).toEqual([['No data since '], ['No data since 10:00']]);
    expect(valuesOf(true, named('web'))).toEqual([[]]);
  });
});
