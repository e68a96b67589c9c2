import { useMemo } from 'react';
import type { PanelData } from '@grafana/data';

import type { EvaluationPlan, MarkedTruth } from 'foreband-engine';
import { fieldLabels } from '../../../grafana/labelField';
import { annotationsInFrames, taggedSpans } from '../../../grafana/taggedSpans';
import { trainingAndVisible } from '../../../training/evaluationSubject';
import type { ChosenSeries } from '../../../training/useChosenJob';
import { useStable } from '../../../training/useStable';
import { useTaggedAnnotations } from '../../../training/useTaggedAnnotations';

/** The truth that somebody else has marked, as far as it is known. */
export interface MarkedState {
  readonly marked?: MarkedTruth;
  readonly isWaiting: boolean;
  /** Why there is none, or not all of it; what is wrong and what to do. */
  readonly problem?: string;
}

const UNMARKED: MarkedState = { isWaiting: false };

function truthOfField(data: PanelData, chosen: ChosenSeries, labelField: string): MarkedState {
  const marked = fieldLabels(data.series, chosen.input.queried, labelField);
  return {
    marked,
    isWaiting: false,
    problem:
      marked === undefined
        ? `No field named "${labelField}" lies beside the samples, and no series has that name. Add one to the query, or name another under "What should be found".`
        : undefined,
  };
}

function spanOf(chosen: ChosenSeries | undefined) {
  if (chosen?.planned === undefined) {
    return undefined;
  }
  const { time } = trainingAndVisible(chosen.planned);
  return time.length === 0 ? undefined : { start: time[0], end: time[time.length - 1] };
}

/**
 * Finds the marks of a plan that does not plant its anomalies: in a field of the data, or by the tags of annotations.
 */
export function useMarkedTruth(data: PanelData, chosen: ChosenSeries | undefined, plan: EvaluationPlan): MarkedState {
  const { truth, labelField } = plan;
  const tags = useStable(plan.tags, JSON.stringify(plan.tags));
  const span = useMemo(() => (truth === 'annotations' ? spanOf(chosen) : undefined), [truth, chosen]);
  const asked = useTaggedAnnotations(span, tags, data.request);
  const stepMs = chosen?.planned?.job.settings.stepMs ?? 0;
  return useMemo(() => {
    if (chosen === undefined || truth === 'planted') {
      return UNMARKED;
    }
    if (truth === 'field') {
      return truthOfField(data, chosen, labelField);
    }
    const annotations = [...asked.annotations, ...annotationsInFrames(data.annotations)];
    return {
      marked: { spans: taggedSpans(annotations, tags, stepMs) },
      isWaiting: asked.isWaiting,
      problem:
        asked.problem === undefined
          ? undefined
          : `Grafana gave no annotations (${asked.problem}): only those of the dashboard's time range count.`,
    };
  }, [data, chosen, truth, labelField, tags, stepMs, asked]);
}
