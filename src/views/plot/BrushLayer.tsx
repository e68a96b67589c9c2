import { useState, type KeyboardEvent } from 'react';
import { useStyles2 } from '@grafana/ui';

import { brushKey } from './brushKey';
import { interactive } from './interactive';
import { useBrushPointer, type BrushPointer } from './useBrushPointer';
import { usePlotColors } from './usePlotColors';

interface Props extends BrushPointer {
  /** The name of the selection, for instance `Time range`. */
  readonly label: string;
  /** The range as the reader sees it. */
  readonly rangeText: string;
  /** How far an arrow key goes. Default a hundredth of the axis. */
  readonly step?: number;
}

/** Selects a stretch of the x axis by dragging, or by the arrow keys with Shift; Escape takes the selection back. */
export function BrushLayer({ label, rangeText, step, ...brush }: Props) {
  const { frame, range, onBrush, onHover, snap } = brush;
  const { left, top, width, height, xDomain } = frame;
  const colors = usePlotColors();
  const styles = useStyles2(interactive);
  const [caret, setCaret] = useState<number>();
  const pointer = useBrushPointer(brush);
  const onKeyDown = (event: KeyboardEvent) => {
    const outcome = brushKey(event, { caret, range, domain: xDomain, step: step ?? (xDomain[1] - xDomain[0]) / 100 });
    if (outcome !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setCaret(outcome.caret);
      onHover?.(outcome.caret);
      if (outcome.range !== range) {
        onBrush(outcome.range === undefined || snap === undefined ? outcome.range : snap(outcome.range));
      }
    }
  };
  const leave = () => {
    setCaret(undefined);
    onHover?.(undefined);
  };
  return (
    <g data-interactive="">
      {range !== undefined && (
        <rect
          x={frame.x(range[0])}
          width={Math.max(1, frame.x(range[1]) - frame.x(range[0]))}
          y={top}
          height={height}
          fill={colors.selection}
          stroke={colors.subject}
          strokeWidth={0.5}
          pointerEvents="none"
        />
      )}
      {caret !== undefined && (
        <path
          d={`M${frame.x(caret)} ${top}v${height}`}
          stroke={colors.text}
          strokeDasharray="2 3"
          pointerEvents="none"
        />
      )}
      <rect
        x={left}
        y={top}
        width={width}
        height={height}
        fill="transparent"
        className={styles.layer}
        cursor="crosshair"
        tabIndex={0}
        role="slider"
        aria-label={label}
        aria-valuemin={xDomain[0]}
        aria-valuemax={xDomain[1]}
        aria-valuenow={caret ?? range?.[0] ?? xDomain[0]}
        aria-valuetext={rangeText}
        onKeyDown={onKeyDown}
        onBlur={leave}
        {...pointer}
      />
    </g>
  );
}
