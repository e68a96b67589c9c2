import { memo, useId, useMemo, useState } from 'react';
import { durationText, movingAverageOf } from 'foreband-detector';

import { formatSpan, formatTime } from '../formatTime';
import { ViewTile } from '../layout/ViewTile';
import type { BrushRange } from '../plot/brushKey';
import { BrushLayer } from '../plot/BrushLayer';
import { HatchPattern } from '../plot/HatchPattern';
import { linePath } from '../plot/linePath';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import { roundDomain, type PlotFrame } from '../plot/plotFrame';
import { ShadedSpans } from '../plot/ShadedSpans';
import { timeAxis } from '../plot/timeTicks';
import { usePlotColors } from '../plot/usePlotColors';

import type { HistoryViewProps } from './historyViewProps';
import { wholeSteps } from './wholeSteps';

interface Props extends HistoryViewProps {
  /** Lengths of the moving averages drawn over the series, ms. */
  readonly averagesMs: readonly number[];
}

const AVERAGE_DASHES = ['', '6 3', '2 2', '8 2 2 2'];

function useAverages({ rows, averagesMs }: Props) {
  return useMemo(
    () =>
      averagesMs.map((windowMs) => ({
        windowMs,
        name: `mean of ${durationText(windowMs)}`,
        values: movingAverageOf(rows.all, { windowMs, isCentered: true }),
      })),
    [rows.all, averagesMs],
  );
}

function useAxes({ rows, subject }: Props) {
  return useMemo(() => {
    const { time, y } = rows.all;
    const span = [time[0] ?? 0, time.at(-1) ?? 1] as const;
    return {
      x: timeAxis(span[0] === span[1] ? [span[0], span[0] + 1] : span, subject.timeZone),
      y: { domain: roundDomain(y), format: subject.format },
    };
  }, [rows.all, subject]);
}

interface MarksProps extends Pick<Props, 'subject' | 'rows' | 'mask'> {
  readonly frame: PlotFrame;
  readonly averages: ReturnType<typeof useAverages>;
}

// Tens of thousands of rows: drawn anew for other rows, another selection or another size, and not with every move.
const SeriesMarks = memo(function SeriesMarks({ frame, subject, rows, mask, averages }: MarksProps) {
  const colors = usePlotColors();
  const hatch = useId();
  const { time, y } = rows.all;
  return (
    <>
      <HatchPattern id={hatch} color={colors.muted} />
      <ShadedSpans
        frame={frame}
        spans={subject.exclusions}
        fill={`url(#${hatch})`}
        legend="excluded"
        title={({ start, end }) => `Excluded: ${formatSpan(start, end, subject.timeZone)}`}
      />
      <path
        d={linePath(time, y, frame)}
        stroke={mask === undefined ? colors.subject : colors.muted}
        data-legend="measured"
      />
      {mask !== undefined && (
        <path
          d={linePath(time, y, frame, mask)}
          stroke={colors.subject}
          strokeWidth={1.5}
          strokeLinecap="round"
          data-legend="selected"
        />
      )}
      {averages.map(({ windowMs, name, values }, index) => (
        <path
          key={windowMs}
          d={linePath(time, values, frame)}
          stroke={colors.second}
          strokeWidth={1.75}
          strokeDasharray={AVERAGE_DASHES[index % AVERAGE_DASHES.length]}
          data-legend={name}
        />
      ))}
    </>
  );
});

/** The samples over time with their moving averages. Dragging selects a time range. */
export function SeriesView(props: Props) {
  const { subject, rows, selection, mask, onSelect, width, height } = props;
  const averages = useAverages(props);
  const { x, y } = useAxes(props);
  const [hovered, setHovered] = useState<number>();
  const { time } = rows.all;
  const row = hovered === undefined ? -1 : nearestRow(time, hovered);
  const range: BrushRange | undefined =
    selection?.kind === 'time' ? [selection.span.start, selection.span.end] : undefined;
  const brush = (next: BrushRange | undefined) =>
    onSelect(next === undefined ? undefined : { kind: 'time', span: wholeSteps(next, subject.stepMs) });
  const readout =
    row < 0
      ? averages.map(({ name }) => name).join(', ')
      : [
          formatTime(time[row], subject.timeZone),
          subject.format(rows.all.y[row]),
          ...averages.map(({ name, values }) => `${name} ${subject.format(values[row])}`),
        ].join(' · ');
  const table = () => ({
    headings: ['time', 'value', ...averages.map(({ name }) => name)],
    rows: Array.from(time, (at, index) => [
      new Date(at).toISOString(),
      rows.all.y[index],
      ...averages.map(({ values }) => values[index]),
    ]),
  });
  const labeled = `${subject.name} over time, ${time.length} rows${averages.length > 0 ? ', with moving averages' : ''}`;
  return (
    <ViewTile width={width} height={height} title="Series" subject={subject.name} readout={readout} table={table}>
      {(size) => (
        <Plot
          {...size}
          label={labeled}
          x={x}
          y={y}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label="Time range"
              range={range}
              rangeText={range === undefined ? 'Nothing selected' : formatSpan(range[0], range[1], subject.timeZone)}
              onBrush={brush}
              onHover={setHovered}
              step={Math.max(subject.stepMs, (x.domain[1] - x.domain[0]) / 200)}
            />
          )}
        >
          {(frame) => <SeriesMarks frame={frame} subject={subject} rows={rows} mask={mask} averages={averages} />}
        </Plot>
      )}
    </ViewTile>
  );
}
