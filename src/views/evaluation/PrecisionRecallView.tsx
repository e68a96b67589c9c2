import { numberText } from 'foreband-detector';

import { stepPath } from '../plot/linePath';
import { usePlotColors } from '../plot/usePlotColors';

import type { EvaluationViewProps } from './evaluationViewProps';
import { RateCurveView } from './RateCurveView';

/** How many alarms are right against how much is found, over every threshold. */
export function PrecisionRecallView({ basis, evaluation, width, height }: EvaluationViewProps) {
  const colors = usePlotColors();
  const { precisionRecall, points } = evaluation;
  const { recall, precision, threshold, averagePrecision } = precisionRecall;
  // By chance a flagged point is anomalous as often as any point.
  const chance = precision.at(-1) ?? NaN;
  return (
    <RateCurveView
      width={width}
      height={height}
      title="Precision and recall"
      subject={basis.name}
      summary={`average precision ${numberText(averagePrecision)}`}
      xName="Recall"
      yName="Precision"
      xs={recall}
      ys={precision}
      thresholds={threshold}
      current={{ x: points.recall, y: points.precision }}
      table={() => ({
        headings: ['multiplier', 'recall', 'precision'],
        rows: Array.from(recall, (x, row) => [threshold[row], x, precision[row]]),
      })}
    >
      {(frame) => (
        <>
          {Number.isFinite(chance) && (
            <path
              d={`M${frame.left} ${frame.y(chance)}h${frame.width}`}
              stroke={colors.faintText}
              strokeDasharray="4 3"
              data-legend="by chance"
            />
          )}
          <path d={stepPath(recall, precision, frame)} stroke={colors.subject} strokeWidth={2} />
        </>
      )}
    </RateCurveView>
  );
}
