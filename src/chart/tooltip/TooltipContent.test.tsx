import '../../grafana/testing/browser';

import { FieldType, toDataFrame } from '@grafana/data';
import { render, screen } from '@testing-library/react';

import type { ChartSeries } from '../model/chartSeries';

import { TooltipContent } from './TooltipContent';

function seriesIn(key: string, unit: string, value: number): ChartSeries {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [0] },
      { name: 'value', type: FieldType.number, values: [value] },
    ],
  });
  const [timeField, valueField] = frame.fields;
  const field = { ...valueField, display: (shown: unknown) => ({ text: String(shown), suffix: unit, numeric: 0 }) };
  const line = { time: Float64Array.of(0), y: Float64Array.of(value) };
  return { key, name: 'web', refId: key, frame, timeField, field, line, isHidden: false };
}

describe('TooltipContent', () => {
  it('lists each series in its own unit, even those of the same name', () => {
    render(
      <TooltipContent
        series={[seriesIn('A', ' %', 40), seriesIn('B', ' ms', 7)]}
        colors={['red', 'blue']}
        focused={-1}
        time={0}
        timeZone="utc"
        isMulti
        sort="none"
        isPinned={false}
        annotations={[]}
      />,
    );
    expect(screen.getByText('40 %')).toBeTruthy();
    expect(screen.getByText('7 ms')).toBeTruthy();
  });
});
