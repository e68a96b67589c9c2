import { useState, type KeyboardEvent } from 'react';
import { useStyles2 } from '@grafana/ui';

import { interactive } from '../plot/interactive';
import { usePlotColors } from '../plot/usePlotColors';

import { useWeekPointer, type WeekPointer } from './useWeekPointer';
import { indexOfCell, type WeekCell } from './weekCells';
import { weekKey } from './weekKey';

interface Props extends WeekPointer {
  /** The facts about an hour, for screen readers. */
  readonly textOf: (hour: number) => string;
}

const MONDAY: WeekCell = { day: 0, hour: 0 };

/**
 * Selects hours of the week: a click a cell, dragging a rectangle, a click on a day's or an hour's name all of its
 * cells; arrow keys move, with Shift they select a rectangle, Enter and the space bar a cell, Escape takes the
 * selection back.
 */
export function WeekLayer({ frame, hours, textOf, onSelect, onHover }: Props) {
  const colors = usePlotColors();
  const styles = useStyles2(interactive);
  const [cursor, setCursor] = useState<WeekCell>();
  const [corner, setCorner] = useState<WeekCell>();
  const pointer = useWeekPointer({ frame, hours, onSelect, onHover });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = weekKey(event, { cursor: cursor ?? MONDAY, corner, hours });
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setCursor(next.cursor);
      setCorner(next.corner);
      onHover(indexOfCell(next.cursor));
      if (next.hours !== hours) {
        onSelect(next.hours);
      }
    }
  };
  const leave = () => {
    setCursor(undefined);
    setCorner(undefined);
    onHover(undefined);
  };
  const cell = { width: frame.width / 24, height: frame.height / 7 };
  return (
    <g data-interactive="">
      {cursor !== undefined && (
        <rect
          x={frame.left + cursor.hour * cell.width}
          y={frame.top + cursor.day * cell.height}
          {...cell}
          fill="none"
          stroke={colors.text}
          strokeWidth={2}
        />
      )}
      <rect
        width={frame.left + frame.width}
        height={frame.top + frame.height + 18}
        fill="transparent"
        className={styles.layer}
        cursor="pointer"
        tabIndex={0}
        role="slider"
        aria-label="Hours of the week"
        aria-valuemin={0}
        aria-valuemax={167}
        aria-valuenow={indexOfCell(cursor ?? MONDAY)}
        aria-valuetext={textOf(indexOfCell(cursor ?? MONDAY))}
        {...pointer}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
    </g>
  );
}
