import { useMemo } from 'react';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import type { PartialSettings } from '../../../engine/parseSettings';
import { defaultSettings, type DetectorSettings } from '../../../engine/settings';
import { alignSpan, lastCompleteStep, trainingSpan } from '../../../engine/trainingWindow';
import { customOf, seriesColor } from '../chart/fieldStyle';
import { hull } from '../training/spans';
import type { Training } from '../training/trainingAnswer';
import { useTraining } from '../training/useTraining';

import type { ChartSeries } from './chartSeries';
import { detectionJobs, type PlannedJob, type VisibleRange } from './detectionJobs';
import { effectiveSettings } from './effectiveSettings';
import { judgementOf } from './judgementOf';
import { judgementOfFrame } from './judgementOfFrame';
import { learningSettings } from './learningSettings';
import type { ModelSeries, PanelModel } from './panelModel';
import { panelNotes } from './panelNotes';
import { seriesInputs, type SeriesInput } from './seriesInput';
import { useEngine } from './useEngine';
import { useLearnt, useScored, type Outcomes } from './useDetections';
import { useNow } from './useNow';
import { useStable } from './useStable';

/** The settings of every series, and what is wrong with the panel's own. */
interface SettingsOfSeries {
  readonly byKey: ReadonlyMap<string, DetectorSettings>;
  /** Those of series that bring none. */
  readonly own: DetectorSettings;
  readonly problem?: string;
}

function settingsOfSeries(inputs: readonly SeriesInput[], ofPanel: PartialSettings): SettingsOfSeries {
  try {
    const own = effectiveSettings(undefined, ofPanel);
    const byKey = new Map(inputs.map(({ key, carried }) => [key, effectiveSettings(carried?.settings, ofPanel)]));
    return { byKey, own };
  } catch (error) {
    const byKey = new Map(inputs.map(({ key, carried }) => [key, carried?.settings ?? defaultSettings]));
    return { byKey, own: defaultSettings, problem: error instanceof Error ? error.message : String(error) };
  }
}

function useLearningSettings(settings: SettingsOfSeries): ReadonlyMap<string, DetectorSettings> {
  const learning = useMemo(
    () => new Map([...settings.byKey].map(([key, one]) => [key, learningSettings(one)])),
    [settings],
  );
  return useStable(learning, JSON.stringify([...learning]));
}

function useVisibleRange({ timeRange, request }: PanelData, now: number): VisibleRange {
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  // The moment of the query, not the present: what is asked for and what is judged change only with a refresh.
  const sentAt = request?.startTime ?? Math.min(now, to);
  return useMemo(() => ({ from, to, now: sentAt }), [from, to, sentAt]);
}

function neededSpan(visible: VisibleRange, settings: DetectorSettings): TimeSpan {
  const end = Math.min(visible.to, lastCompleteStep(visible.now, settings.stepMs));
  return alignSpan(hull(trainingSpan(visible, settings), { start: visible.from, end }), settings.stepMs);
}

function chartSeriesOf(input: SeriesInput, outcomes: Outcomes): ChartSeries {
  const { queried, key, source } = input;
  const outcome = outcomes.get(key);
  const detected = outcome?.kind === 'detected' ? judgementOf(outcome) : undefined;
  return {
    key,
    name: queried.series.name,
    refId: queried.refId,
    frame: queried.frame,
    timeField: queried.timeField,
    field: queried.valueField,
    line: queried.series,
    judgement: source === 'drawn' ? judgementOfFrame(queried.frame) : detected,
    isHidden: customOf(queried.valueField).hideFrom?.viz === true,
  };
}

function useModelSeries(
  inputs: readonly SeriesInput[],
  outcomes: Outcomes,
  jobs: readonly PlannedJob[],
  settings: SettingsOfSeries,
  theme: GrafanaTheme2,
): readonly ModelSeries[] {
  return useMemo(() => {
    const planned = new Map(jobs.map((job) => [job.key, job]));
    return inputs.map((input, index) => ({
      chart: chartSeriesOf(input, outcomes),
      color: seriesColor(input.queried.valueField, index, theme),
      settings: settings.byKey.get(input.key),
      outcome: outcomes.get(input.key),
      planned: planned.get(input.key),
    }));
  }, [inputs, outcomes, jobs, settings, theme]);
}

function wantsMore(inputs: readonly SeriesInput[], { byKey }: SettingsOfSeries): boolean {
  return inputs.some(({ key, carried }) => {
    const settings = byKey.get(key);
    return (
      carried !== undefined &&
      settings !== undefined &&
      (settings.trainingWindowMs > carried.settings.trainingWindowMs || settings.stepMs !== carried.settings.stepMs)
    );
  });
}

function useOwnTraining(data: PanelData, isNeeded: boolean, span: TimeSpan, stepMs: number): Training {
  return useTraining(isNeeded ? { data, span, stepMs } : undefined);
}

/** Turns the panel's data and settings into what is drawn: training fetched, models fitted, points judged. */
export function usePanelModel(data: PanelData, storedSettings: PartialSettings, theme: GrafanaTheme2): PanelModel {
  const now = useNow();
  const engineState = useEngine();
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  const inputs = useMemo(() => seriesInputs(data.series), [data.series]);
  const panelSettings = useStable(storedSettings, JSON.stringify(storedSettings));
  const settings = useMemo(() => settingsOfSeries(inputs, panelSettings), [inputs, panelSettings]);
  const learning = useLearningSettings(settings);
  const visible = useVisibleRange(data, now);
  const span = neededSpan(visible, settings.own);
  const isAsking = inputs.some(({ source }) => source === 'query');
  const training = useOwnTraining(data, isAsking, span, settings.own.stepMs);
  const jobs = useMemo(
    () => detectionJobs(inputs, { settingsOf: learning, training, visible }),
    [inputs, learning, training, visible],
  );
  const learnt = useLearnt(engine, jobs);
  const outcomes = useScored(engine, learnt, settings.byKey);
  const series = useModelSeries(inputs, outcomes, jobs, settings, theme);
  const notes = panelNotes({
    inputs,
    jobs,
    outcomes,
    training,
    data,
    settingsProblem: settings.problem,
    backend: engine?.backend,
    engineProblem: engineState.kind === 'failed' ? engineState.message : undefined,
    wantsMoreThanCarried: wantsMore(inputs, settings),
  });
  return {
    series,
    notes,
    isSimulated: inputs.some(({ carried }) => carried?.isSimulated === true),
    isLearning:
      engineState.kind !== 'failed' && inputs.some(({ key, source }) => source !== 'drawn' && !outcomes.has(key)),
    training,
    trainingSpan: span,
    now,
  };
}
