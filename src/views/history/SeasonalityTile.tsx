import { useMemo, useState } from 'react';
import { dateTimeFormat, type TimeZone } from '@grafana/data';
import { percentText, type TimeSpan } from 'foreband-detector';

import type { SeasonalityCurve } from 'foreband-engine';
import { ViewTile } from '../layout/ViewTile';
import { BrushLayer } from '../plot/BrushLayer';
import { linePath } from '../plot/linePath';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import { roundDomain } from '../plot/plotFrame';
import { ShadedSpans } from '../plot/ShadedSpans';
import { usePlotColors } from '../plot/usePlotColors';

import type { HistorySelection } from './historySelection';
import type { HistoryViewProps } from './historyViewProps';
import { seasonalityAxis } from './seasonalityAxis';
import { hoursOfDay } from './weekCells';

interface Props extends HistoryViewProps {
  readonly seasonality: SeasonalityCurve;
  /**
   * Standard deviation of the noise, in the unit of the series: a seasonality that is small beside it should look
   * small.
   */
  readonly noise: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function titleOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} seasonality`;
}

/** Where in the cycle the selected hours lie. */
function selectedSpans(
  { time, periodMs }: SeasonalityCurve,
  selection: HistorySelection | undefined,
): readonly TimeSpan[] {
  if (selection?.kind !== 'hours' || periodMs > 7 * DAY_MS) {
    return [];
  }
  const hours = periodMs <= DAY_MS ? hoursOfDay(selection.hours) : selection.hours;
  return [...hours].map((hour) => ({ start: time[0] + hour * HOUR_MS, end: time[0] + (hour + 1) * HOUR_MS }));
}

function momentText(at: number, periodMs: number, timeZone: TimeZone): string {
  const format = periodMs <= DAY_MS ? 'HH:mm' : periodMs <= 7 * DAY_MS ? 'ddd HH:mm' : 'MM-DD';
  return dateTimeFormat(at, { timeZone, format });
}

/** One cycle of a seasonality of the fitted model: what it adds to the trend. */
export function SeasonalityTile({ subject, seasonality, noise, selection, width, height }: Props) {
  const colors = usePlotColors();
  const { time, value, periodMs, name, isShare } = seasonality;
  const format = isShare ? percentText : subject.format;
  const axes = useMemo(
    () => ({
      x: seasonalityAxis(seasonality, subject.timeZone),
      y: { domain: roundDomain(value, isShare ? [] : [-noise, noise]), format },
    }),
    [seasonality, value, noise, isShare, format, subject.timeZone],
  );
  const [hovered, setHovered] = useState<number>();
  const row = hovered === undefined ? -1 : nearestRow(time, hovered);
  const readout = row < 0 ? '' : `${momentText(time[row], periodMs, subject.timeZone)} · ${format(value[row])}`;
  return (
    <ViewTile
      width={width}
      height={height}
      title={titleOf(name)}
      subject={subject.name}
      readout={readout}
      table={() => ({
        headings: ['in the cycle (ms)', name],
        rows: Array.from(time, (at, index) => [at - time[0], value[index]]),
      })}
    >
      {(size) => (
        <Plot
          {...size}
          label={`${titleOf(name)} of the model: what it adds to the trend`}
          {...axes}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label={titleOf(name)}
              range={undefined}
              rangeText={readout}
              onBrush={() => undefined}
              onHover={setHovered}
            />
          )}
        >
          {(frame) => (
            <>
              <ShadedSpans frame={frame} spans={selectedSpans(seasonality, selection)} fill={colors.selection} />
              <path d={`M${frame.left} ${frame.y(0)}h${frame.width}`} stroke={colors.faintText} />
              <path d={linePath(time, value, frame)} stroke={colors.subject} strokeWidth={1.5} />
            </>
          )}
        </Plot>
      )}
    </ViewTile>
  );
}
