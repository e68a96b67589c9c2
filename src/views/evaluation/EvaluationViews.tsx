import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { TimeZone } from '@grafana/data';

import { thresholdAdvice } from 'foreband-detector';
import { evaluateAt, type EvaluationBasis } from 'foreband-engine';
import { ViewGrid } from '../layout/ViewGrid';
import type { PlotSize } from '../plot/plotFrame';

import type { Answering } from './answering';
import { ConfusionView } from './ConfusionView';
import { CoverageView } from './CoverageView';
import { DetectionView } from './DetectionView';
import { evaluationViewList, type EvaluationViewId } from './evaluationViewList';
import type { EvaluationViewProps } from './evaluationViewProps';
import { EventsView } from './EventsView';
import { ForecastView } from './ForecastView';
import { KindsView } from './KindsView';
import { PrecisionRecallView } from './PrecisionRecallView';
import { ReportView } from './ReportView';
import { RocView } from './RocView';
import { SweepView } from './SweepView';
import { THRESHOLD_BAR_PX, ThresholdBar } from './ThresholdBar';

interface Props extends PlotSize {
  readonly basis: EvaluationBasis;
  readonly timeZone: TimeZone;
  /** A value with its unit, as the field config asks for it. */
  readonly format: (value: number) => string;
  /** Which views are shown. Default all. */
  readonly views?: readonly EvaluationViewId[];
  /** Takes a threshold multiplier over; without it none is offered. */
  readonly onUse?: (thresholdMultiplier: number) => void;
  /** The effect of taking it over, in a sentence. */
  readonly useHint?: string;
  /** Takes what the reader says of incidents that nobody planted; undefined where it cannot. */
  readonly answering?: Answering;
  /** The first item in the bar of a small panel. */
  readonly leading?: ReactNode;
}

function renderView(id: EvaluationViewId, props: EvaluationViewProps): ReactNode {
  switch (id) {
    case 'detection':
      return <DetectionView {...props} />;
    case 'events':
      return <EventsView {...props} />;
    case 'sweep':
      return <SweepView {...props} />;
    case 'confusion':
      return <ConfusionView {...props} />;
    case 'roc':
      return <RocView {...props} />;
    case 'precisionRecall':
      return <PrecisionRecallView {...props} />;
    case 'coverage':
      return <CoverageView {...props} />;
    case 'forecast':
      return <ForecastView {...props} />;
    case 'kinds':
      return <KindsView {...props} />;
    case 'report':
      return <ReportView {...props} />;
  }
}

/** An evaluation in several views, at the threshold of the settings or at another one that is being tried. */
export function EvaluationViews({ basis, timeZone, format, views, answering, width, height, ...bar }: Props) {
  const current = basis.settings.thresholdMultiplier;
  const [tried, setTried] = useState<{ readonly of: number; readonly value: number }>();
  // Another threshold in the settings ends a trial that began at the one before.
  const shown = tried?.of === current ? tried.value : current;
  const evaluation = useMemo(() => evaluateAt(basis, shown), [basis, shown]);
  const advice = useMemo(
    () => thresholdAdvice(basis.study, { thresholdMultiplier: current, events: basis.evaluation.events }),
    [basis, current],
  );
  const settled = useDeferredValue(evaluation);
  const onTry = (value: number) => setTried({ of: current, value });
  const offered = evaluationViewList.filter(({ id }) => views?.includes(id) ?? true);
  return (
    <div style={{ width, height }}>
      <ThresholdBar
        study={basis.study}
        advice={advice}
        events={evaluation.events}
        current={current}
        shown={shown}
        width={width}
        onTry={onTry}
        {...bar}
      />
      <ViewGrid
        width={width}
        height={height - THRESHOLD_BAR_PX}
        views={offered.map((view) => ({
          ...view,
          render: (size: PlotSize) =>
            // Words and tables may wait for the pointer to come to rest; the pictures follow it.
            renderView(view.id, {
              ...size,
              basis,
              timeZone,
              format,
              onTry,
              answering,
              evaluation: view.id === 'report' ? settled : evaluation,
            }),
        }))}
      />
    </div>
  );
}
