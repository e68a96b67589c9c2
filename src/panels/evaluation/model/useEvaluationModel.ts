import { useMemo } from 'react';
import type { PanelData } from '@grafana/data';

import { defaultPlan, type EvaluationPlan, type Note, parsePlan } from 'foreband-engine';
import type { AnswerPlace } from '../../../log/answers/storedAnswers';
import { useIncidentAnswers, type IncidentAnswers } from '../../../log/answers/useIncidentAnswers';
import { evaluationSubject, untilMidnight } from '../../../training/evaluationSubject';
import { panelNotes } from '../../../training/panelNotes';
import { wantsMoreThanCarried } from '../../../training/settingsOfSeries';
import { useChosenJob, type ChosenSeries } from '../../../training/useChosenJob';
import { useEngine, type EngineState } from '../../../training/useEngine';
import { useEvaluation, type EvaluationProgress } from '../../../training/useEvaluation';
import { useNow } from '../../../training/useNow';
import { useStable } from '../../../training/useStable';
import { useTrainedSeries, type TrainedSeries } from '../../../training/useTrainedSeries';
import type { Answering } from '../../../views/evaluation/answering';
import type { SeriesChoice } from '../../../views/layout/SeriesPicker';
import type { EvaluationPanelOptions } from '../options/evaluationOptions';

import { useMarkedTruth, type MarkedState } from './useMarkedTruth';

/** All the panel shows. */
export interface EvaluationModel extends EvaluationProgress {
  readonly choices: readonly SeriesChoice[];
  readonly chosen: ChosenSeries | undefined;
  /** Whether samples or labels are still on their way. */
  readonly isWaiting: boolean;
  readonly isSimulated: boolean;
  readonly notes: readonly Note[];
  /** Takes what the reader says of incidents that nobody planted. */
  readonly answering: Answering;
}

interface ParsedPlan {
  readonly plan: EvaluationPlan;
  readonly problem?: string;
}

function usePlan(stored: Partial<EvaluationPlan>): ParsedPlan {
  const stable = useStable(stored, JSON.stringify(stored));
  return useMemo(() => {
    try {
      return { plan: parsePlan(stable) };
    } catch (error) {
      return { plan: defaultPlan, problem: error instanceof Error ? error.message : String(error) };
    }
  }, [stable]);
}

function ownNotes({ problem }: ParsedPlan, marked: MarkedState): Note[] {
  return [
    ...(problem === undefined
      ? []
      : [
          {
            severity: 'error' as const,
            text: `${problem}: evaluated as if nothing were set, until this is corrected.`,
          },
        ]),
    ...(marked.problem === undefined ? [] : [{ severity: 'warning' as const, text: marked.problem }]),
  ];
}

function notesOf(trained: TrainedSeries, chosen: ChosenSeries | undefined, data: PanelData, engine: EngineState) {
  const others = new Set(trained.inputs.map(({ queried }) => queried.frame));
  return panelNotes({
    inputs: trained.inputs,
    jobs: chosen?.planned === undefined ? [] : [chosen.planned],
    outcomes: new Map(),
    training: trained.training,
    // What is said about the other series is no remark about this one.
    data: {
      ...data,
      series: data.series.filter((frame) => frame === chosen?.input.queried.frame || !others.has(frame)),
    },
    settingsProblem: trained.settings.problem,
    backend: engine.kind === 'running' ? engine.engine.backend : undefined,
    engineProblem: engine.kind === 'failed' ? engine.message : undefined,
    wantsMoreThanCarried: wantsMoreThanCarried(trained.inputs, trained.settings),
  });
}

function useSubject(
  trained: TrainedSeries,
  chosen: ChosenSeries | undefined,
  { marked, isWaiting }: MarkedState,
  { answers, isPlanted }: { readonly answers: IncidentAnswers['answers']; readonly isPlanted: boolean },
) {
  const settings = chosen === undefined ? undefined : trained.settings.byKey.get(chosen.input.key);
  return useMemo(() => {
    if (chosen?.planned === undefined || settings === undefined || isWaiting) {
      return undefined;
    }
    const { series, valueField } = chosen.input.queried;
    const subject = evaluationSubject(chosen.planned, { name: series.name, field: valueField, settings }, marked);
    return { ...subject, series: isPlanted ? untilMidnight(subject.series) : subject.series, answers };
  }, [chosen, settings, marked, isWaiting, answers, isPlanted]);
}

function answerPlace({ request }: PanelData, panelId: number, chosen: ChosenSeries | undefined): AnswerPlace {
  return { dashboard: request?.dashboardUID ?? '', panelId, series: chosen?.input.queried.series.name ?? '' };
}

/**
 * Turns the panel's data and options into what its views show: training fetched, truth found, the detector evaluated.
 * @param panelId of the panel, where answers are stored.
 */
export function useEvaluationModel(data: PanelData, options: EvaluationPanelOptions, panelId: number): EvaluationModel {
  const engineState = useEngine();
  const parsed = usePlan(options.plan);
  const { plan } = parsed;
  const trained = useTrainedSeries(data, options.settings, useNow());
  const chosen = useChosenJob(trained, options.series);
  const marked = useMarkedTruth(data, chosen, plan);
  const isUnmarked = plan.truth === 'field' && marked.marked === undefined;
  const { answers, answering } = useIncidentAnswers(answerPlace(data, panelId, chosen));
  const subject = useSubject(trained, chosen, marked, { answers, isPlanted: plan.truth === 'planted' });
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  const progress = useEvaluation(engine, isUnmarked ? undefined : subject, plan);
  return {
    ...progress,
    outcome: isUnmarked ? undefined : progress.outcome,
    choices: trained.inputs
      .filter(({ queried }) => plan.truth !== 'field' || queried.series.name !== plan.labelField)
      .map(({ key, queried }) => ({ key, name: queried.series.name })),
    chosen,
    isWaiting: chosen?.isWaiting === true || marked.isWaiting,
    isSimulated: chosen?.input.carried?.isSimulated ?? false,
    answering,
    notes: [...ownNotes(parsed, marked), ...notesOf(trained, chosen, data, engineState)],
  };
}
