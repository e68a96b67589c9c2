import { useMemo } from 'react';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import type { Engine } from '../../../engine/engine';
import type { PartialSettings } from '../../../engine/parseSettings';
import { defaultSettings, type DetectorSettings } from '../../../engine/settings';
import { alignSpan, lastCompleteStep, trainingSpan } from '../../../engine/trainingWindow';
import { customOf, seriesColor } from '../chart/fieldStyle';
import { isForebandQuery } from '../training/rerunParts';
import { hull } from '../training/spans';
import type { Training } from '../training/trainingAnswer';
import { useTraining } from '../training/useTraining';

import { carriedDetections } from './carriedDetections';
import type { ChartSeries, Judgement } from './chartSeries';
import { detectionJobs, isSettled, type PlannedJob, type VisibleRange } from './detectionJobs';
import { effectiveSettings } from './effectiveSettings';
import { judgementOf, type Explain } from './judgementOf';
import { judgementOfFrame } from './judgementOfFrame';
import { learningSettings } from './learningSettings';
import type { ModelSeries, PanelModel } from './panelModel';
import { panelNotes } from './panelNotes';
import { seriesInputs, type SeriesInput } from './seriesInput';
import { useEngine, type EngineState } from './useEngine';
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

function useInputs({ series, request }: PanelData): readonly SeriesInput[] {
  const targets = request?.targets;
  return useMemo(() => {
    const answered = (targets ?? []).filter(isForebandQuery).map(({ refId }) => refId);
    return seriesInputs(series, new Set(answered));
  }, [series, targets]);
}

function engineOf(state: EngineState): Engine | undefined {
  return state.kind === 'running' ? state.engine : undefined;
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

// The components of a forecast that came in a frame, for the one series somebody asks about.
function explainWith(engine: Engine | undefined): Explain {
  return (detected) => {
    const { series, training, settings, forecast } = detected;
    if (engine === undefined || Object.keys(forecast.components).length > 0) {
      return forecast;
    }
    const [first = 0] = series.time;
    const span = { forecastStart: first, forecastEnd: series.time.at(-1) ?? first };
    const outcome = engine.detect({ training, visible: series, settings, ...span });
    const isOnSameAxis = outcome.kind === 'detected' && outcome.series.time.length === series.time.length;
    return isOnSameAxis ? outcome.forecast : forecast;
  };
}

function judgementFor(input: SeriesInput, outcomes: Outcomes, explain: Explain): Judgement | undefined {
  const outcome = outcomes.get(input.key);
  if (outcome?.kind === 'detected') {
    return judgementOf(outcome, explain);
  }
  // Until a refit is through, or where there is none, the frame's own verdicts are the best there are.
  const isStated = input.source === 'carried' || input.source === 'drawn';
  return outcome === undefined && isStated ? judgementOfFrame(input.queried.frame) : undefined;
}

function chartSeriesOf(input: SeriesInput, outcomes: Outcomes, explain: Explain): ChartSeries {
  const { queried, key } = input;
  return {
    key,
    name: queried.series.name,
    refId: queried.refId,
    frame: queried.frame,
    timeField: queried.timeField,
    field: queried.valueField,
    line: queried.series,
    judgement: judgementFor(input, outcomes, explain),
    isHidden: customOf(queried.valueField).hideFrom?.viz === true,
  };
}

function useModelSeries(
  inputs: readonly SeriesInput[],
  outcomes: Outcomes,
  jobs: readonly PlannedJob[],
  settings: SettingsOfSeries,
  engineState: EngineState,
  theme: GrafanaTheme2,
): readonly ModelSeries[] {
  return useMemo(() => {
    const explain = explainWith(engineOf(engineState));
    const planned = new Map(jobs.map((job) => [job.key, job]));
    return inputs.map((input, index) => ({
      chart: chartSeriesOf(input, outcomes, explain),
      color: seriesColor(input.queried.valueField, index, theme),
      settings: settings.byKey.get(input.key),
      outcome: outcomes.get(input.key),
      planned: planned.get(input.key),
    }));
  }, [inputs, outcomes, jobs, settings, engineState, theme]);
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
  const engine = engineOf(engineState);
  const inputs = useInputs(data);
  const panelSettings = useStable(storedSettings, JSON.stringify(storedSettings));
  const settings = useMemo(() => settingsOfSeries(inputs, panelSettings), [inputs, panelSettings]);
  const learning = useLearningSettings(settings);
  const visible = useVisibleRange(data, now);
  const span = neededSpan(visible, settings.own);
  const isAsking = inputs.some(({ source }) => source === 'query');
  const training = useOwnTraining(data, isAsking, span, settings.own.stepMs);
  const known = useMemo(() => carriedDetections(inputs, learning), [inputs, learning]);
  const jobs = useMemo(
    () => detectionJobs(inputs, { known, settingsOf: learning, training, visible }),
    [inputs, known, learning, training, visible],
  );
  const fitted = useLearnt(engine, jobs);
  const learnt = useMemo(() => new Map([...fitted, ...known]), [known, fitted]);
  const outcomes = useScored(engine, learnt, settings.byKey);
  const series = useModelSeries(inputs, outcomes, jobs, settings, engineState, theme);
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
    isStarting: engineState.kind === 'starting',
    isLearning: engineState.kind !== 'failed' && inputs.some((input) => !isSettled(input) && !outcomes.has(input.key)),
    training,
    trainingSpan: span,
    now,
  };
}
