import { useEffect, useMemo } from 'react';
import { dateTimeFormat, type TimeZone } from '@grafana/data';
import { Button, useTheme2 } from '@grafana/ui';
import type { GroundTruth } from 'foreband-detector';

import type { ModelSeries } from '../../../chart/model/panelModel';
import type { EvaluationBasis, SavedModel } from 'foreband-engine';
import { readCarried } from '../../../grafana/carried';
import { valueFormat } from '../../../grafana/valueFormat';
import { useIncidentAnswers } from '../../../log/answers/useIncidentAnswers';
import { useLoggedEvaluation, type EvaluationPlace } from '../../../log/useLoggedEvaluation';
import { untilMidnight } from '../../../training/evaluationSubject';
import { useEngine } from '../../../training/useEngine';
import { useEvaluation, type EvaluationProgress } from '../../../training/useEvaluation';
import { evaluationViewList } from '../../../views/evaluation/evaluationViewList';
import { EvaluationViews } from '../../../views/evaluation/EvaluationViews';
import { THRESHOLD_BAR_PX } from '../../../views/evaluation/ThresholdBar';
import type { ExplorePlan } from '../address/planCodecs';
import { ExploreMessage } from '../ExploreMessage';
import { naturalHeight } from '../naturalHeight';
import { useSeriesParts } from '../useSeriesParts';
import { useWidth } from '../useWidth';

import { boundsOf, completePlan, markedOf } from './explorePlan';
import { PlanBar } from './PlanBar';

interface Props {
  readonly series: ModelSeries;
  /** The saved model that the series is scored with; undefined where it is fitted live. */
  readonly opened?: SavedModel;
  /** The known anomalies. */
  readonly truth: GroundTruth | null;
  /** Grafana's unit. */
  readonly unit: string | undefined;
  readonly plan: Partial<ExplorePlan>;
  readonly timeZone: TimeZone;
  readonly onPlan: (change: Partial<ExplorePlan>) => void;
  readonly onUse: (thresholdMultiplier: number) => void;
  /** An evaluation is through. */
  readonly onEvaluated: (basis: EvaluationBasis) => void;
}

// The page is no dashboard's: what is answered here lasts as long as it does.
const NOWHERE = { dashboard: '', panelId: 0 };

function useEvaluated({ series, opened, truth, unit, plan }: Props) {
  const engineState = useEngine();
  const parts = useSeriesParts(series);
  const { name } = series.chart;
  const complete = useMemo(() => completePlan(plan, truth), [plan, truth]);
  const { answers, answering } = useIncidentAnswers({ ...NOWHERE, series: name });
  // A saved model is evaluated on what came after its training, of which today may be all.
  const isUntilMidnight = complete.truth === 'planted' && opened === undefined;
  const subject = useMemo(
    () =>
      parts && {
        name,
        series: isUntilMidnight ? untilMidnight(parts.rows) : parts.rows,
        settings: parts.settings,
        calendar: parts.calendar,
        bounds: boundsOf(unit),
        marked: markedOf(truth),
        fitted: opened,
        answers,
      },
    [parts, name, unit, truth, opened, answers, isUntilMidnight],
  );
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  return { plan: complete, progress: useEvaluation(engine, subject, complete), answering };
}

interface EvaluatedModelProps {
  readonly basis: EvaluationBasis;
  readonly name: string | undefined;
  readonly timeZone: TimeZone;
}

const PLACE: EvaluationPlace = { dashboard: '', panelId: 0, panel: 'Explore', query: '', labels: {} };

function Progress({ running, isCancelled, cancel, restart }: EvaluationProgress) {
  if (isCancelled) {
    return (
      <ExploreMessage title="The evaluation was canceled">
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

function EvaluatedModel({ basis: { fitted, heldOut }, name, timeZone }: EvaluatedModelProps) {
  const { time } = heldOut;
  const format = (at: number) => dateTimeFormat(at, { timeZone });
  return fitted === undefined ? null : (
    <p>
      The saved model <strong>{name}</strong> itself, on the samples after its training: {format(time[0])} to{' '}
      {format(time[time.length - 1])}.
    </p>
  );
}

/** How good the detector is on this series. */
export default function EvaluationTab(props: Props) {
  const { series, opened, truth, timeZone, onPlan, onUse, onEvaluated } = props;
  const { plan, progress, answering } = useEvaluated(props);
  const theme = useTheme2();
  const { field } = series.chart;
  const format = useMemo(() => valueFormat(field, theme), [field, theme]);
  const [ref, width] = useWidth();
  const height = naturalHeight(evaluationViewList, width, THRESHOLD_BAR_PX);
  const { outcome, running } = progress;
  useEffect(() => {
    if (outcome?.kind === 'evaluated' && running === undefined) {
      onEvaluated(outcome);
    }
  }, [outcome, running, onEvaluated]);
  useLoggedEvaluation(outcome, PLACE, readCarried(series.chart.frame)?.isSimulated === true);
  return (
    <div ref={ref} style={{ minHeight: height }} data-testid="foreband explore evaluation">
      <PlanBar
        plan={plan}
        isKnown={truth !== null && truth.events.length > 0}
        isOfModel={opened !== undefined}
        onChange={onPlan}
      />
      <Progress {...progress} />
      {outcome?.kind === 'notEvaluated' && (
        <ExploreMessage title="Not evaluated">
          <span>{outcome.message}</span>
        </ExploreMessage>
      )}
      {outcome?.kind === 'evaluated' && <EvaluatedModel basis={outcome} name={opened?.name} timeZone={timeZone} />}
      {width > 0 && outcome?.kind === 'evaluated' && (
        <EvaluationViews
          basis={outcome}
          timeZone={timeZone}
          format={format}
          width={width}
          height={height}
          onUse={onUse}
          answering={answering}
          useHint="The threshold multiplier of this page: the chart follows."
        />
      )}
    </div>
  );
}
