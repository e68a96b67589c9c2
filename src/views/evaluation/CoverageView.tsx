import { useMemo } from 'react';
import { calibrationOf, percentText } from 'foreband-detector';

import { linePath } from '../plot/linePath';
import { usePlotColors } from '../plot/usePlotColors';

import type { EvaluationViewProps } from './evaluationViewProps';
import { RateCurveView } from './RateCurveView';

/** The share that the forecast's interval holds beside the share it promises, for every width. */
export function CoverageView({ basis, evaluation, width, height }: EvaluationViewProps) {
  const colors = usePlotColors();
  const { heldOut, labels, quality } = evaluation;
  const { promisedCoverage, coverage } = quality;
  const { promised, held } = useMemo(
    () => calibrationOf(heldOut.y, heldOut.forecast, labels, promisedCoverage),
    [heldOut, labels, promisedCoverage],
  );
  return (
    <RateCurveView
      width={width}
      height={height}
      title="Coverage"
      subject={basis.name}
      summary={`holds ${percentText(coverage)}, promises ${percentText(promisedCoverage)}`}
      xName="Promised"
      yName="Held"
      xs={promised}
      ys={held}
      current={{ x: promisedCoverage, y: coverage }}
      table={() => ({ headings: ['promised', 'held'], rows: Array.from(promised, (x, row) => [x, held[row]]) })}
    >
      {(frame) => (
        <>
          <path
            d={`M${frame.x(0)} ${frame.y(0)}L${frame.x(1)} ${frame.y(1)}`}
            stroke={colors.faintText}
            strokeDasharray="4 3"
            data-legend="as promised"
          />
          <path d={linePath(promised, held, frame)} stroke={colors.subject} strokeWidth={2} />
        </>
      )}
    </RateCurveView>
  );
}
