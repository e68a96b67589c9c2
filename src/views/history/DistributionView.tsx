import { useMemo, useState } from 'react';
import { histogramOf } from 'foreband-detector';

import { ViewTile } from '../layout/ViewTile';
import type { BrushRange } from '../plot/brushKey';
import { BrushLayer } from '../plot/BrushLayer';
import { Plot } from '../plot/Plot';
import type { PlotFrame } from '../plot/plotFrame';
import { usePlotColors } from '../plot/usePlotColors';

import type { HistoryViewProps } from './historyViewProps';

function binOf(edges: Float64Array, value: number): number {
  const width = edges[1] - edges[0];
  return Math.min(edges.length - 2, Math.max(0, Math.floor((value - edges[0]) / width)));
}

/** Values in each bin that a mask marks. */
function maskedCounts(y: Float64Array, mask: Uint8Array, edges: Float64Array): Float64Array {
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  for (let row = 0; row < y.length; row++) {
    if (mask[row] === 1 && Number.isFinite(y[row])) {
      counts[binOf(edges, y[row])]++;
    }
  }
  return counts;
}

// A range that ends where a bin ends does not reach into the next one.
function wholeBins(edges: Float64Array, [low, high]: BrushRange): BrushRange {
  const first = binOf(edges, low);
  const last = Math.max(first, binOf(edges, high - (edges[1] - edges[0]) / 1000));
  return [edges[first], edges[last + 1]];
}

interface BarsProps {
  readonly frame: PlotFrame;
  readonly edges: Float64Array;
  readonly counts: ArrayLike<number>;
  readonly selected: Float64Array | undefined;
}

function Bars({ frame, edges, counts, selected }: BarsProps) {
  const colors = usePlotColors();
  return Array.from(counts, (count, index) => {
    const x = frame.x(edges[index]);
    const barWidth = Math.max(0.5, frame.x(edges[index + 1]) - x - 1);
    const base = frame.y(0);
    const bar = (value: number, fill: string, legend?: string) => (
      <rect x={x} y={frame.y(value)} width={barWidth} height={base - frame.y(value)} fill={fill} data-legend={legend} />
    );
    return (
      <g key={edges[index]}>
        {selected === undefined ? bar(count, colors.subject) : bar(count, colors.muted, 'all')}
        {selected !== undefined && bar(selected[index], colors.subject, 'selected')}
      </g>
    );
  });
}

/** How often samples of each size occur. Bars select samples by their size. */
export function DistributionView({ subject, rows, selection, mask, onSelect, width, height }: HistoryViewProps) {
  const { y } = rows.fitted;
  const { edges, counts } = useMemo(() => histogramOf(y), [y]);
  const selected = useMemo(() => (mask === undefined ? undefined : maskedCounts(y, mask, edges)), [y, mask, edges]);
  const axes = useMemo(
    () => ({
      x: { domain: [edges[0] ?? 0, edges.at(-1) ?? 1] as const, format: subject.format },
      y: { domain: [0, Math.max(1, ...counts)] as const, format: String },
    }),
    [edges, counts, subject.format],
  );
  const [hovered, setHovered] = useState<number>();
  const bin = hovered === undefined || counts.length === 0 ? -1 : binOf(edges, hovered);
  const range: BrushRange | undefined = selection?.kind === 'values' ? [selection.lower, selection.upper] : undefined;
  const readout =
    bin < 0
      ? ''
      : `${subject.format(edges[bin])} to ${subject.format(edges[bin + 1])}: ${counts[bin]} samples${selected === undefined ? '' : `, ${selected[bin]} selected`}`;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Distribution"
      subject={subject.name}
      readout={readout}
      table={() => ({
        headings: ['from', 'to', 'samples', ...(selected === undefined ? [] : ['selected'])],
        rows: Array.from(counts, (count, index) => [
          edges[index],
          edges[index + 1],
          count,
          ...(selected === undefined ? [] : [selected[index]]),
        ]),
      })}
    >
      {(size) => (
        <Plot
          {...size}
          label={`How often samples of each size occur, in ${counts.length} bins`}
          {...axes}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label="Samples by size"
              range={range}
              rangeText={
                range === undefined ? 'Nothing selected' : `${subject.format(range[0])} to ${subject.format(range[1])}`
              }
              onBrush={(next) =>
                onSelect(next === undefined ? undefined : { kind: 'values', lower: next[0], upper: next[1] })
              }
              onHover={setHovered}
              step={edges[1] - edges[0]}
              snap={(wanted) => wholeBins(edges, wanted)}
            />
          )}
        >
          {(frame) => <Bars frame={frame} edges={edges} counts={counts} selected={selected} />}
        </Plot>
      )}
    </ViewTile>
  );
}
