import { useRef, type PointerEvent } from 'react';

import type { BrushRange } from './brushKey';
import type { PlotFrame } from './plotFrame';

/** The inputs and callbacks of a brush's pointer. */
export interface BrushPointer {
  readonly frame: PlotFrame;
  readonly range: BrushRange | undefined;
  readonly onBrush: (range: BrushRange | undefined) => void;
  readonly onHover?: (x: number | undefined) => void;
  /** Widens a range to what can be selected; without it a click selects nothing. */
  readonly snap?: (range: BrushRange) => BrushRange;
}

const CLICK_PX = 4;

function within(value: number, [low, high]: BrushRange): number {
  return Math.min(high, Math.max(low, value));
}

function isSame(left: BrushRange | undefined, right: BrushRange | undefined): boolean {
  return left?.[0] === right?.[0] && left?.[1] === right?.[1];
}

/** Handlers that select what the pointer drags over; a click selects what it snaps to, or takes that back. */
export function useBrushPointer({ frame, range, onBrush, onHover, snap }: BrushPointer) {
  const anchor = useRef<{ readonly x: number; readonly place: number }>(undefined);
  const xOf = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return within(frame.xAt(frame.left + event.clientX - box.left), frame.xDomain);
  };
  return {
    onPointerDown: (event: PointerEvent<SVGRectElement>) => {
      if (event.button === 0) {
        event.currentTarget.setPointerCapture(event.pointerId);
        anchor.current = { x: xOf(event), place: event.clientX };
      }
    },
    onPointerMove: (event: PointerEvent<SVGRectElement>) => {
      const start = anchor.current;
      const x = xOf(event);
      onHover?.(x);
      if (start !== undefined && Math.abs(event.clientX - start.place) >= CLICK_PX) {
        const dragged: BrushRange = start.x < x ? [start.x, x] : [x, start.x];
        onBrush(snap === undefined ? dragged : snap(dragged));
      }
    },
    onPointerUp: (event: PointerEvent<SVGRectElement>) => {
      const start = anchor.current;
      anchor.current = undefined;
      if (start !== undefined && Math.abs(event.clientX - start.place) < CLICK_PX) {
        const clicked = snap?.([start.x, start.x]);
        onBrush(isSame(clicked, range) ? undefined : clicked);
      }
    },
    onPointerLeave: () => onHover?.(undefined),
  };
}
