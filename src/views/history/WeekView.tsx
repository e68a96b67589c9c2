import { memo, useMemo, useState } from 'react';
import { weekProfileOf, type ProfileCells } from 'foreband-detector';

import { timeZoneName } from '../../grafana/timeZoneName';
import { ViewTile } from '../layout/ViewTile';
import { Plot } from '../plot/Plot';
import type { PlotFrame } from '../plot/plotFrame';
import { usePlotColors } from '../plot/usePlotColors';

import { hourText, weekdays } from './historySelection';
import type { HistoryViewProps } from './historyViewProps';
import { WeekLayer } from './WeekLayer';

const HOURS = Array.from({ length: 24 * 7 }, (_, hour) => hour);
const FAINTEST = 0.06;

const hourAxis = {
  domain: [0, 24] as const,
  ticks: () => [0, 6, 12, 18],
  format: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
};
const dayAxis = {
  domain: [7, 0] as const,
  ticks: () => weekdays.map((_, day) => day + 0.5),
  format: (place: number) => weekdays[Math.floor(place)],
};

/** How strongly each cell is colored, 0 to 1: its mean between the smallest and the largest. */
function strengths({ mean }: ProfileCells): Float64Array {
  const known = mean.filter(Number.isFinite);
  const low = known.reduce((least, value) => Math.min(least, value), Infinity);
  const high = known.reduce((most, value) => Math.max(most, value), -Infinity);
  return mean.map((value) => (high > low ? (value - low) / (high - low) : value - value));
}

interface CellsProps {
  readonly frame: PlotFrame;
  readonly cells: ProfileCells;
  readonly selected: ReadonlySet<number> | undefined;
  readonly format: (value: number) => string;
}

const Cells = memo(function Cells({ frame, cells, selected, format }: CellsProps) {
  const colors = usePlotColors();
  const strength = useMemo(() => strengths(cells), [cells]);
  const cellWidth = frame.width / 24;
  const cellHeight = frame.height / 7;
  return HOURS.filter((hour) => Number.isFinite(strength[hour])).map((hour) => (
    <rect
      key={hour}
      x={frame.left + (hour % 24) * cellWidth + 0.5}
      y={frame.top + Math.floor(hour / 24) * cellHeight + 0.5}
      width={cellWidth - 1}
      height={cellHeight - 1}
      fill={selected === undefined || selected.has(hour) ? colors.subject : colors.muted}
      fillOpacity={FAINTEST + (1 - FAINTEST) * strength[hour]}
      stroke={selected?.has(hour) === true ? colors.text : 'none'}
      data-legend={strength[hour] % 1 === 0 ? `mean ${format(cells.mean[hour])}` : undefined}
    />
  ));
});

function hoursWithSelection({
  rows,
  mask,
  selection,
}: Pick<HistoryViewProps, 'rows' | 'mask' | 'selection'>): ReadonlySet<number> | undefined {
  if (mask === undefined || selection === undefined) {
    return undefined;
  }
  if (selection.kind === 'hours') {
    return selection.hours;
  }
  const hours = new Set<number>();
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 1) {
      hours.add(rows.hourOfWeek[row]);
    }
  }
  return hours;
}

/** The usual values at each hour of the week, on the reader's clock. Cells select their hours. */
export function WeekView({ subject, rows, selection, mask, onSelect, width, height }: HistoryViewProps) {
  const { byWeekdayAndHour: cells } = useMemo(
    () => weekProfileOf(rows.fitted, timeZoneName(subject.timeZone)),
    [rows.fitted, subject.timeZone],
  );
  const selected = useMemo(() => hoursWithSelection({ rows, mask, selection }), [rows, mask, selection]);
  const [hovered, setHovered] = useState<number>();
  const textOf = (hour: number) =>
    `${hourText(hour)}: mean ${subject.format(cells.mean[hour])} ± ${subject.format(cells.standardDeviation[hour])}, ${cells.count[hour]} samples`;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Hour by weekday"
      subject={subject.name}
      readout={hovered === undefined ? timeZoneName(subject.timeZone) : textOf(hovered)}
      table={() => ({
        headings: ['weekday', 'hour', 'samples', 'mean', 'standard deviation', 'min', 'max'],
        rows: HOURS.map((hour) => [
          weekdays[Math.floor(hour / 24)],
          hour % 24,
          cells.count[hour],
          cells.mean[hour],
          cells.standardDeviation[hour],
          cells.min[hour],
          cells.max[hour],
        ]),
      })}
    >
      {(size) => (
        <Plot
          {...size}
          label="Mean of the samples by hour and weekday, stronger where it is higher"
          x={hourAxis}
          y={dayAxis}
          overlay={(frame) => (
            <WeekLayer
              frame={frame}
              hours={selection?.kind === 'hours' ? selection.hours : undefined}
              textOf={textOf}
              onSelect={(hours) => onSelect(hours === undefined ? undefined : { kind: 'hours', hours })}
              onHover={setHovered}
            />
          )}
        >
          {(frame) => <Cells frame={frame} cells={cells} selected={selected} format={subject.format} />}
        </Plot>
      )}
    </ViewTile>
  );
}
