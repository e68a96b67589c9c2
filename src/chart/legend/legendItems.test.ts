import { FieldType, toDataFrame } from '@grafana/data';

import '../../grafana/testing/browser';

import type { ModelSeries } from '../model/panelModel';

import { legendItems } from './legendItems';

function seriesOf(name: string, values: readonly number[]): ModelSeries {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: values.map((_, row) => row * 60_000) },
      { name: 'value', type: FieldType.number, values: [...values] },
    ],
  });
  const [timeField, field] = frame.fields;
  const line = { time: Float64Array.from(values, (_, row) => row * 60_000), y: Float64Array.from(values) };
  return { chart: { key: name, name, refId: 'A', frame, timeField, field, line, isHidden: false }, color: 'red' };
}

const valuesWith = (calcs: readonly string[]) =>
  legendItems([seriesOf('web', [1, 5, 3])], { calcs, isTable: false, now: 0 })[0].getDisplayValues?.();

describe('legendItems(series, { calcs })', () => {
  it('shows what is calculated beside the name', () => {
    expect(valuesWith(['max', 'min'])).toMatchObject([
      { title: 'Max', numeric: 5 },
      { title: 'Min', numeric: 1 },
    ]);
  });

  it('leaves out a calculation that this Grafana does not know', () => {
    expect(valuesWith(['nope'])).toEqual([]);
    expect(valuesWith(['nope', 'last'])).toMatchObject([{ title: 'Last', numeric: 3 }]);
  });
});
