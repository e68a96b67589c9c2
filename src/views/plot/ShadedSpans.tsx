import type { TimeSpan } from 'foreband-detector';

import type { PlotFrame } from './plotFrame';

interface Props {
  readonly frame: PlotFrame;
  readonly spans: readonly TimeSpan[];
  readonly fill: string;
  /** Their name in the legend of a file. Default none. */
  readonly legend?: string;
  /** The meaning of a span, read off while the pointer rests on it. */
  readonly title?: (span: TimeSpan) => string;
}

/** Stretches of the x axis as a ground behind the curves. */
export function ShadedSpans({ frame, spans, fill, legend, title }: Props) {
  return spans.map((span) => {
    const from = Math.max(frame.left, frame.x(span.start));
    const to = Math.min(frame.left + frame.width, frame.x(span.end));
    return to < from ? null : (
      <rect
        key={`${span.start} ${span.end}`}
        x={from}
        y={frame.top}
        width={Math.max(1, to - from)}
        height={frame.height}
        fill={fill}
        data-legend={legend}
      >
        {title !== undefined && <title>{title(span)}</title>}
      </rect>
    );
  });
}
