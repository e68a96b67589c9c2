import { numberText } from 'foreband-detector';

import { linePath } from '../plot/linePath';
import { usePlotColors } from '../plot/usePlotColors';

import type { EvaluationViewProps } from './evaluationViewProps';
import { RateCurveView } from './RateCurveView';

/** How much is found at the price of how many false alarms, over every threshold. */
export function RocView({ basis, evaluation, width, height }: EvaluationViewProps) {
  const colors = usePlotColors();
  const { roc, points } = evaluation;
  const { falsePositiveRate: xs, truePositiveRate: ys, threshold } = roc;
  return (
    <RateCurveView
      width={width}
      height={height}
      title="ROC"
      subject={basis.name}
      summary={`area ${numberText(roc.area)}`}
      xName="False-positive rate"
      yName="True-positive rate"
      xs={xs}
      ys={ys}
      thresholds={threshold}
      current={{ x: points.falsePositiveRate, y: points.recall }}
      table={() => ({
        headings: ['multiplier', 'false-positive rate', 'true-positive rate'],
        rows: Array.from(xs, (x, row) => [threshold[row], x, ys[row]]),
      })}
    >
      {(frame) => (
        <>
          <path
            d={`M${frame.x(0)} ${frame.y(0)}L${frame.x(1)} ${frame.y(1)}`}
            stroke={colors.faintText}
            strokeDasharray="4 3"
            data-legend="by chance"
          />
          <path d={linePath(xs, ys, frame)} stroke={colors.subject} strokeWidth={2} />
        </>
      )}
    </RateCurveView>
  );
}
