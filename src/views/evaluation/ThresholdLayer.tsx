import type { KeyboardEvent, PointerEvent } from 'react';
import { useStyles2 } from '@grafana/ui';
import { numberText, type Bounds } from 'foreband-detector';

import { interactive } from '../plot/interactive';
import type { PlotFrame } from '../plot/plotFrame';
import { usePlotColors } from '../plot/usePlotColors';

interface Props {
  readonly frame: PlotFrame;
  /** The multiplier the evaluation is shown at. */
  readonly shown: number;
  readonly suggested: number | undefined;
  /** How far the suggestion may lie from the truth. */
  readonly confidence: Bounds | undefined;
  readonly onTry: (thresholdMultiplier: number) => void;
  readonly onHover: (thresholdMultiplier: number | undefined) => void;
}

const STEP = 0.1;

/** The panel's slider moves in tenths, so anything finer could not be set there. */
function tenth(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, Math.round(value / STEP) / (1 / STEP)));
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
  PageDown: -1,
  PageUp: 1,
  Home: -Infinity,
  End: Infinity,
};

/** The shown threshold as a slider over the curves, and the suggested one with its confidence. */
export function ThresholdLayer({ frame, shown, suggested, confidence, onTry, onHover }: Props) {
  const colors = usePlotColors();
  const styles = useStyles2(interactive);
  const { left, top, width, height, xDomain } = frame;
  const at = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return tenth(frame.xAt(left + event.clientX - box.left), xDomain);
  };
  const press = (event: PointerEvent<SVGRectElement>) => {
    if (event.button === 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      onTry(at(event));
    }
  };
  const move = (event: PointerEvent<SVGRectElement>) => {
    onHover(at(event));
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      onTry(at(event));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onTry(tenth(shown + step, xDomain));
    }
  };
  const line = (value: number, legend: string, dash?: string) => (
    <path
      d={`M${frame.x(value)} ${top}v${height}`}
      stroke={colors.text}
      strokeWidth={1.5}
      strokeDasharray={dash}
      data-legend={legend}
    />
  );
  return (
    <>
      {confidence !== undefined && Number.isFinite(confidence.lower) && (
        <rect
          x={frame.x(confidence.lower)}
          width={Math.max(1, frame.x(confidence.upper) - frame.x(confidence.lower))}
          y={top}
          height={height}
          fill={colors.selection}
          data-legend="confidence of the suggestion"
        />
      )}
      {suggested !== undefined && line(suggested, 'suggested threshold', '4 3')}
      {line(shown, 'threshold shown')}
      <path d={`M${frame.x(shown) - 6} ${top + height + 1}h12l-6 -9z`} fill={colors.text} />
      <rect
        data-interactive=""
        className={styles.layer}
        cursor="ew-resize"
        x={left}
        y={top}
        width={width}
        height={height}
        fill="transparent"
        tabIndex={0}
        role="slider"
        aria-label="Threshold multiplier to try"
        aria-valuemin={xDomain[0]}
        aria-valuemax={xDomain[1]}
        aria-valuenow={shown}
        aria-valuetext={
          suggested === undefined ? numberText(shown) : `${numberText(shown)}, suggested ${numberText(suggested)}`
        }
        onPointerDown={press}
        onPointerMove={move}
        onPointerLeave={() => onHover(undefined)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
