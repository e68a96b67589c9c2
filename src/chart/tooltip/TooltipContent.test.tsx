import { FieldType, toDataFrame } from '@grafana/data';
import { render, screen } from '@testing-library/react';

import '../../grafana/testing/browser';

import type { ChartSeries } from '../model/chartSeries';

import { SeriesDetails } from './SeriesDetails';
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

describe('SeriesDetails', () => {
  it('shows a level, what is added to it, and shares of it in percent beside what they come to', () => {
    const series = seriesIn('A', ' ms', 12);
    const one = (value: number) => Float64Array.of(value);
    const scored = {
      ...{ time: one(0), y: one(12), yhat: one(12), bandLower: one(8), bandUpper: one(16), score: one(0) },
      ...{ anomalous: Uint8Array.of(0), anomalies: [], incidents: [], suppressed: [] },
      severityAt: () => 'low' as const,
      learningUntil: null,
      shares: () => [
        { name: 'Trend', values: one(8), isOccasional: false },
        { name: 'Weekly', values: one(-0.5), ofTrend: one(-0.0625), isOccasional: false },
        { name: 'Daily', values: one(4), ofTrend: one(0.5), isOccasional: false },
        { name: 'sale', values: one(0.5), isOccasional: true },
      ],
    };
    render(<SeriesDetails series={{ ...series, scored }} color="red" time={0} timeZone="utc" />);
    const rows = screen.getAllByRole('term').map((term) => [term.textContent, term.nextSibling?.textContent]);
    expect(rows.slice(-4)).toEqual([
      ['Trend', '8 ms'],
      ['Weekly', '−6.3% (−0.5 ms)'],
      ['Daily', '+50% (+4 ms)'],
      ['sale', '+0.5 ms'],
    ]);
  });
});

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

  it('says of a series that has stopped before the pointer since when', () => {
    const minute = 60_000;
    const stopped = { ...seriesIn('B', ' ms', 7), name: 'db', noDataSince: 65 * minute };
    const show = (focused: number) =>
      render(
        <TooltipContent
          series={[{ ...seriesIn('A', ' %', 40), name: 'web' }, stopped]}
          colors={['red', 'blue']}
          focused={focused}
          time={90 * minute}
          timeZone="utc"
          isMulti
          sort="none"
          isPinned={false}
          annotations={[]}
        />,
      );
    const { unmount } = show(0);
    expect(screen.getByText('no data since 01:05')).toBeTruthy();
    unmount();
    show(1);
    expect(screen.getByText('No data since').nextSibling?.textContent).toBe('01:05');
    expect(screen.queryByText('no data since 01:05')).toBeNull();
  });
});
