import { useMemo, useState, type ReactNode } from 'react';

import { formatSpan, formatTime } from '../formatTime';
import { ViewTile } from '../layout/ViewTile';
import { BrushLayer } from '../plot/BrushLayer';
import { linePath } from '../plot/linePath';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import { roundDomain } from '../plot/plotFrame';
import { timeAxis } from '../plot/timeTicks';
import { usePlotColors } from '../plot/usePlotColors';

import type { HistoryViewProps } from './historyViewProps';
import { wholeSteps } from './wholeSteps';

interface Props extends HistoryViewProps {
  readonly title: string;
  /** Epoch ms. */
  readonly time: Float64Array;
  /** In the unit of the series; NaN where there is nothing. */
  readonly values: Float64Array;
  /** The samples behind, faint. Default none, and a line at 0. */
  readonly behind?: Float64Array;
  /** The text at the title's side while nothing is pointed at. Default the root mean square. */
  readonly summary?: string;
  readonly controls?: ReactNode;
}

/** Root of the mean square: about 0, as a residual is, its standard deviation. */
function rootMeanSquare(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  return Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / known.length);
}

/** One part of a series over time. Dragging selects a time range in all views. */
export function PartTile(props: Props) {
  const { title, time, values, behind, controls, subject, selection, onSelect, width, height } = props;
  const colors = usePlotColors();
  const summary = props.summary ?? `± ${subject.format(rootMeanSquare(values))}`;
  const axes = useMemo(
    () => ({
      x: timeAxis([time[0], time[time.length - 1]], subject.timeZone),
      y: { domain: behind === undefined ? roundDomain(values) : roundDomain(values, behind), format: subject.format },
    }),
    [time, values, behind, subject],
  );
  const [hovered, setHovered] = useState<number>();
  const row = hovered === undefined ? -1 : nearestRow(time, hovered);
  const span = selection?.kind === 'time' ? selection.span : undefined;
  const readout = row < 0 ? summary : `${formatTime(time[row], subject.timeZone)} · ${subject.format(values[row])}`;
  return (
    <ViewTile
      width={width}
      height={height}
      title={title}
      subject={subject.name}
      readout={readout}
      controls={controls}
      table={() => ({
        headings: ['time', title],
        rows: Array.from(time, (at, index) => [new Date(at).toISOString(), values[index]]),
      })}
    >
      {(size) => (
        <Plot
          {...size}
          label={`${title} of ${subject.name} over time: ${summary}`}
          {...axes}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label={`Time range of the ${title}`}
              range={span === undefined ? undefined : [span.start, span.end]}
              rangeText={span === undefined ? 'Nothing selected' : formatSpan(span.start, span.end, subject.timeZone)}
              onBrush={(next) =>
                onSelect(next === undefined ? undefined : { kind: 'time', span: wholeSteps(next, subject.stepMs) })
              }
              onHover={setHovered}
            />
          )}
        >
          {(frame) => (
            <>
              {behind === undefined ? (
                <path d={`M${frame.left} ${frame.y(0)}h${frame.width}`} stroke={colors.faintText} />
              ) : (
                <path
                  d={linePath(time, behind, frame)}
                  stroke={colors.muted}
                  strokeOpacity={0.5}
                  data-legend="measured"
                />
              )}
              <path d={linePath(time, values, frame)} stroke={colors.subject} strokeWidth={1.25} data-legend={title} />
            </>
          )}
        </Plot>
      )}
    </ViewTile>
  );
}
