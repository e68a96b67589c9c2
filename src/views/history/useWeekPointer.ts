import { useRef, type PointerEvent } from 'react';

import type { PlotFrame } from '../plot/plotFrame';

import { hoursBetween, indexOfCell, isSameHours, type WeekCell } from './weekCells';

/** The inputs and callbacks of the pointer over the week. */
export interface WeekPointer {
  readonly frame: PlotFrame;
  /** The hours that are selected as such. */
  readonly hours: ReadonlySet<number> | undefined;
  readonly onSelect: (hours: ReadonlySet<number> | undefined) => void;
  readonly onHover: (hour: number | undefined) => void;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.floor(value)));
}

/** A drag begun beside the cells takes whole days (left of them) or the hour of every day (below). */
function span(cell: WeekCell, isWholeDay: boolean, isEveryDay: boolean): readonly [WeekCell, WeekCell] {
  return [
    { day: isEveryDay ? 0 : cell.day, hour: isWholeDay ? 0 : cell.hour },
    { day: isEveryDay ? 6 : cell.day, hour: isWholeDay ? 23 : cell.hour },
  ];
}

/** Handlers that select a cell by a click, a rectangle by dragging, and a whole day or hour by its name. */
export function useWeekPointer({ frame, hours, onSelect, onHover }: WeekPointer) {
  const drag = useRef<readonly [WeekCell, WeekCell]>(undefined);
  const place = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - frame.left;
    const y = event.clientY - box.top - frame.top;
    const cell = { day: clamp((y / frame.height) * 7, 6), hour: clamp((x / frame.width) * 24, 23) };
    return { cell, span: span(cell, x < 0, y > frame.height) };
  };
  return {
    onPointerDown: (event: PointerEvent<SVGRectElement>) => {
      if (event.button === 0) {
        event.currentTarget.setPointerCapture(event.pointerId);
        const { span: pressed } = place(event);
        drag.current = pressed;
        const chosen = hoursBetween(...pressed);
        onSelect(hours !== undefined && isSameHours(hours, chosen) ? undefined : chosen);
      }
    },
    onPointerMove: (event: PointerEvent<SVGRectElement>) => {
      const { cell, span: reached } = place(event);
      onHover(indexOfCell(cell));
      const start = drag.current;
      if (start !== undefined && indexOfCell(reached[1]) !== indexOfCell(start[1])) {
        onSelect(hoursBetween(start[0], reached[1]));
      }
    },
    onPointerUp: () => {
      drag.current = undefined;
    },
    onPointerLeave: () => onHover(undefined),
  };
}
