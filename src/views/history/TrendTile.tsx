import { useMemo, useState } from 'react';
import type { TimeZone } from '@grafana/data';

import type { TrendCurve } from 'foreband-engine';
import { formatSpan, formatTime } from '../formatTime';
import { ViewTile } from '../layout/ViewTile';
import { BrushLayer } from '../plot/BrushLayer';
import { bandPath, linePath } from '../plot/linePath';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import { roundDomain, type PlotFrame } from '../plot/plotFrame';
import { timeAxis } from '../plot/timeTicks';
import { usePlotColors } from '../plot/usePlotColors';

import type { HistoryViewProps } from './historyViewProps';
import { wholeSteps } from './wholeSteps';

interface Props extends HistoryViewProps {
  readonly trend: TrendCurve;
  /** Standard deviation of the noise, in the unit of the series. */
  readonly noise: number;
}

// Bends that are small beside the noise should look small.
function aroundMiddle(value: Float64Array, reach: number): readonly [number, number] {
  const middle =
    (value.reduce((low, one) => Math.min(low, one)) + value.reduce((high, one) => Math.max(high, one))) / 2;
  return [middle - reach, middle + reach];
}

interface MarksProps {
  readonly frame: PlotFrame;
  readonly trend: TrendCurve;
  readonly timeZone: TimeZone;
}

function TrendMarks({ frame, trend, timeZone }: MarksProps) {
  const colors = usePlotColors();
  const { time, value, lower, upper, historyEnd, bends } = trend;
  return (
    <>
      <rect
        x={frame.x(historyEnd)}
        y={frame.top}
        width={Math.max(0, frame.left + frame.width - frame.x(historyEnd))}
        height={frame.height}
        fill={colors.grid}
        data-legend="forecast"
      >
        <title>After the training window: forecast</title>
      </rect>
      <path d={bandPath(time, lower, upper, frame)} fill={colors.subject} fillOpacity={0.2} data-legend="interval" />
      {bends.map((at) => (
        <path
          key={at}
          d={`M${frame.x(at)} ${frame.top + frame.height}v-8`}
          stroke={colors.second}
          strokeWidth={1.5}
          data-legend="bend"
        >
          <title>{`The trend bends: ${formatTime(at, timeZone)}`}</title>
        </path>
      ))}
      <path d={linePath(time, value, frame)} stroke={colors.subject} strokeWidth={1.5} data-legend="trend" />
    </>
  );
}

/** The trend of the fitted model, past and to come. */
export function TrendTile({ subject, trend, noise, selection, onSelect, width, height }: Props) {
  const { time, value, lower, upper, bends } = trend;
  const axes = useMemo(
    () => ({
      x: timeAxis([time[0], time[time.length - 1]], subject.timeZone),
      y: { domain: roundDomain(value, lower, upper, aroundMiddle(value, 2 * noise)), format: subject.format },
    }),
    [time, value, lower, upper, noise, subject],
  );
  const [hovered, setHovered] = useState<number>();
  const row = hovered === undefined ? -1 : nearestRow(time, hovered);
  const span = selection?.kind === 'time' ? selection.span : undefined;
  const interval =
    row >= 0 && time[row] > trend.historyEnd ? ` (${subject.format(lower[row])} to ${subject.format(upper[row])})` : '';
  const readout =
    row < 0
      ? `noise ± ${subject.format(noise)}`
      : `${formatTime(time[row], subject.timeZone)} · ${subject.format(value[row])}${interval}`;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Trend"
      subject={subject.name}
      readout={readout}
      table={() => ({
        headings: ['time', 'trend', 'lower', 'upper'],
        rows: Array.from(time, (at, index) => [new Date(at).toISOString(), value[index], lower[index], upper[index]]),
      })}
    >
      {(size) => (
        <Plot
          {...size}
          label={`Trend of the model with ${bends.length} bends`}
          {...axes}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label="Time range of the trend"
              range={span === undefined ? undefined : [span.start, span.end]}
              rangeText={span === undefined ? 'Nothing selected' : formatSpan(span.start, span.end, subject.timeZone)}
              onBrush={(next) =>
                onSelect(next === undefined ? undefined : { kind: 'time', span: wholeSteps(next, subject.stepMs) })
              }
              onHover={setHovered}
            />
          )}
        >
          {(frame) => <TrendMarks frame={frame} trend={trend} timeZone={subject.timeZone} />}
        </Plot>
      )}
    </ViewTile>
  );
}
