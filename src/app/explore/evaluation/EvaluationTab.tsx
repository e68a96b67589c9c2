import { useMemo } from 'react';
import type { TimeZone } from '@grafana/data';
import { Button, useTheme2 } from '@grafana/ui';
import type { GroundTruth } from 'foreband-detector';

import type { ModelSeries } from '../../../chart/model/panelModel';
import { readCarried } from '../../../grafana/carried';
import { valueFormat } from '../../../grafana/valueFormat';
import { useLoggedEvaluation, type EvaluationPlace } from '../../../log/useLoggedEvaluation';
import { useEngine } from '../../../training/useEngine';
import { useEvaluation, type EvaluationProgress } from '../../../training/useEvaluation';
import { evaluationViewList } from '../../../views/evaluation/evaluationViewList';
import { EvaluationViews } from '../../../views/evaluation/EvaluationViews';
import { THRESHOLD_BAR_PX } from '../../../views/evaluation/ThresholdBar';
import type { ExplorePlan } from '../address/planCodecs';
import { ExploreMessage } from '../ExploreMessage';
import { naturalHeight } from '../naturalHeight';
import { useSeriesParts } from '../seriesParts';
import { useWidth } from '../useWidth';

import { boundsOf, completePlan, markedOf } from './explorePlan';
import { PlanBar } from './PlanBar';

interface Props {
  readonly series: ModelSeries;
  /** What is known to be anomalous. */
  readonly truth: GroundTruth | null;
  /** Grafana's unit. */
  readonly unit: string | undefined;
  readonly plan: Partial<ExplorePlan>;
  readonly timeZone: TimeZone;
  readonly onPlan: (change: Partial<ExplorePlan>) => void;
  readonly onUse: (thresholdMultiplier: number) => void;
}

function useJudged({ series, truth, unit, plan }: Props) {
  const engineState = useEngine();
  const parts = useSeriesParts(series);
  const { name } = series.chart;
  const complete = useMemo(() => completePlan(plan, truth), [plan, truth]);
  const subject = useMemo(
    () =>
      parts && {
        name,
        series: parts.rows,
        settings: parts.settings,
        bounds: boundsOf(unit),
        marked: markedOf(truth),
      },
    [parts, name, unit, truth],
  );
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  return { plan: complete, progress: useEvaluation(engine, subject, complete) };
}

const PLACE: EvaluationPlace = { dashboard: '', panelId: 0, panel: 'Explore', query: '', labels: {} };

function Progress({ running, isCancelled, cancel, restart }: EvaluationProgress) {
  if (isCancelled) {
    return (
      <ExploreMessage title="The evaluation was cancelled">
        <Button size="sm" onClick={restart}>
          Evaluate again
        </Button>
      </ExploreMessage>
    );
  }
  if (running === undefined) {
    return null;
  }
  return (
    <div role="status">
      <progress aria-label="Progress of the evaluation" max={running.total} value={running.done} />{' '}
      <Button size="sm" variant="secondary" fill="text" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}

/** How good the detector is on this series. */
export default function EvaluationTab(props: Props) {
  const { series, truth, timeZone, onPlan, onUse } = props;
  const { plan, progress } = useJudged(props);
  const theme = useTheme2();
  const { field } = series.chart;
  const format = useMemo(() => valueFormat(field, theme), [field, theme]);
  const [ref, width] = useWidth();
  const height = naturalHeight(evaluationViewList, width, THRESHOLD_BAR_PX);
  const { outcome } = progress;
  useLoggedEvaluation(outcome, PLACE, readCarried(series.chart.frame)?.isSimulated === true);
  return (
    <div ref={ref} style={{ minHeight: height }} data-testid="foreband explore evaluation">
      <PlanBar plan={plan} isKnown={truth !== null && truth.events.length > 0} onChange={onPlan} />
      <Progress {...progress} />
      {outcome?.kind === 'notEvaluated' && (
        <ExploreMessage title="Not evaluated">
          <span>{outcome.message}</span>
        </ExploreMessage>
      )}
      {width > 0 && outcome?.kind === 'evaluated' && (
        <EvaluationViews
          basis={outcome}
          timeZone={timeZone}
          format={format}
          width={width}
          height={height}
          onUse={onUse}
          useHint="The threshold multiplier of this page: the chart follows."
        />
      )}
    </div>
  );
}
