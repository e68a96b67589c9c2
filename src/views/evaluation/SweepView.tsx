import { memo, useMemo, useState } from 'react';
import { numberText } from 'foreband-detector';

import { ViewTile } from '../layout/ViewTile';
import { linePath } from '../plot/linePath';
import { nearestRow } from '../plot/nearestRow';
import { Plot } from '../plot/Plot';
import type { PlotFrame } from '../plot/plotFrame';
import { usePlotColors } from '../plot/usePlotColors';

import type { EvaluationViewProps } from './evaluationViewProps';
import { sweepCurves, sweepTable, sweepText, type SweepCurves } from './sweepCurves';
import { ThresholdLayer } from './ThresholdLayer';

// Above 1 there is room for the legend.
const rateAxis = {
  domain: [0, 1.18] as const,
  ticks: (nMost: number) => (nMost < 5 ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]),
  format: (value: number) => String(value),
};

const LEGEND_ENTRY_PX = 78;

// The curves do not move while a threshold is tried.
const Lines = memo(function Lines({ frame, curves }: { readonly frame: PlotFrame; readonly curves: SweepCurves }) {
  const colors = usePlotColors();
  const lines = [
    { name: 'Precision', values: curves.precision, stroke: colors.subject, dash: '' },
    { name: 'Recall', values: curves.recall, stroke: colors.found, dash: '6 3' },
    { name: curves.fName, values: curves.fBeta, stroke: colors.second, dash: '2 2' },
  ];
  return lines.map(({ name, values, stroke, dash }, index) => {
    const legend = { x: frame.left + frame.width - (lines.length - index) * LEGEND_ENTRY_PX, y: frame.top + 5 };
    return (
      <g key={name} stroke={stroke} strokeWidth={1.75}>
        <path d={linePath(curves.multipliers, values, frame)} strokeDasharray={dash} />
        <path d={`M${legend.x} ${legend.y}h18`} strokeDasharray={dash} />
        <text
          x={legend.x + 22}
          y={legend.y}
          dy="0.35em"
          fontSize={11}
          fontFamily={colors.fontFamily}
          fill={colors.text}
          stroke="none"
        >
          {name}
        </text>
      </g>
    );
  });
});

/** Precision, recall and F-beta of events at every threshold multiplier. Dragging tries one. */
export function SweepView({ basis, evaluation, onTry, width, height }: EvaluationViewProps) {
  const { sweep, study, plan } = basis;
  const beta = plan.goal.kind === 'fBeta' ? plan.goal.beta : 1;
  const curves = useMemo(() => sweepCurves(sweep, beta), [sweep, beta]);
  const { multipliers } = curves;
  const [hovered, setHovered] = useState<number>();
  const { thresholdMultiplier: shown } = evaluation.options;
  const axes = useMemo(() => {
    const domain = [multipliers[0], multipliers[multipliers.length - 1]] as const;
    return { x: { domain, format: String, label: 'Threshold multiplier' }, y: rateAxis };
  }, [multipliers]);
  return (
    <ViewTile
      width={width}
      height={height}
      title="Thresholds"
      subject={basis.name}
      readout={sweepText(sweep[nearestRow(multipliers, hovered ?? shown)])}
      table={() => sweepTable(sweep, curves)}
    >
      {(size) => (
        <Plot
          {...size}
          label={`Precision, recall and ${curves.fName} of events by threshold multiplier; currently ${numberText(shown)}`}
          {...axes}
          overlay={(frame) => (
            <ThresholdLayer
              frame={frame}
              shown={shown}
              suggested={study.chosen?.thresholdMultiplier}
              confidence={study.confidence?.thresholdMultiplier}
              onTry={onTry}
              onHover={setHovered}
            />
          )}
        >
          {(frame) => <Lines frame={frame} curves={curves} />}
        </Plot>
      )}
    </ViewTile>
  );
}
