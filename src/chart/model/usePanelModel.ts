import { useMemo } from 'react';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import type { Engine, PartialSettings } from 'foreband-engine';
import { answeredUntilOf } from '../../grafana/answeredUntil';
import { useRunningQuery } from '../../grafana/useRunningQuery';
import {
  detectionJobs,
  isSettled,
  type Outcomes,
  type PlannedJob,
  type VisibleRange,
} from '../../training/detectionJobs';
import { panelNotes } from '../../training/panelNotes';
import type { SeriesInput } from '../../training/seriesInput';
import { wantsMoreThanCarried, type SettingsOfSeries } from '../../training/settingsOfSeries';
import { useEngine, type EngineState } from '../../training/useEngine';
import { useNow } from '../../training/useNow';
import { useTrainedSeries, type TrainedSeries } from '../../training/useTrainedSeries';
import { customOf, seriesColor } from '../drawing/fieldStyle';

import { carriedDetections } from './carriedDetections';
import type { ChartSeries, ScoredSeries } from './chartSeries';
import { noDataSince } from './noDataSince';
import { scoredSeriesOf, type Explain } from './scoredSeriesOf';
import { scoredSeriesOfFrame } from './scoredSeriesOfFrame';
import type { ModelSeries, PanelModel } from './panelModel';
import { useForecast, useScored } from './useDetections';
import { withPinnedThresholds, type StoredModels } from './withPinnedThresholds';

function engineOf(state: EngineState): Engine | undefined {
  return state.kind === 'running' ? state.engine : undefined;
}

// The components of a forecast that came in a frame, for the one series somebody asks about.
function explainWith(engine: Engine | undefined): Explain {
  return ({ series, fitted, settings, forecast }) =>
    engine === undefined || Object.keys(forecast.components).length > 0
      ? forecast
      : engine.forecast(fitted, series.time, settings.intervalWidth);
}

function scoredSeriesFor(input: SeriesInput, outcomes: Outcomes, explain: Explain): ScoredSeries | undefined {
  const outcome = outcomes.get(input.key);
  if (outcome?.kind === 'detected') {
    return scoredSeriesOf(outcome, explain);
  }
  // Until a refit is through, or where there is none, the frame's own verdicts are the best there are.
  const isStated = input.source === 'carried' || input.source === 'drawn';
  return outcome === undefined && isStated ? scoredSeriesOfFrame(input.queried.frame) : undefined;
}

function chartSeriesOf(
  input: SeriesInput,
  {
    outcomes,
    explain,
    stepMs,
    visible,
  }: {
    readonly outcomes: Outcomes;
    readonly explain: Explain;
    readonly stepMs: number;
    readonly visible: VisibleRange;
  },
): ChartSeries {
  const { queried, key } = input;
  return {
    key,
    name: queried.series.name,
    refId: queried.refId,
    frame: queried.frame,
    timeField: queried.timeField,
    field: queried.valueField,
    line: queried.series,
    noDataSince: noDataSince(queried.series, visible, stepMs, answeredUntilOf(queried.frame)),
    scored: scoredSeriesFor(input, outcomes, explain),
    isHidden: customOf(queried.valueField).hideFrom?.viz === true,
  };
}

function useModelSeries(
  inputs: readonly SeriesInput[],
  outcomes: Outcomes,
  jobs: readonly PlannedJob[],
  { settings, visible }: Pick<TrainedSeries, 'settings' | 'visible'>,
  engineState: EngineState,
  theme: GrafanaTheme2,
): readonly ModelSeries[] {
  return useMemo(() => {
    const explain = explainWith(engineOf(engineState));
    const planned = new Map(jobs.map((job) => [job.key, job]));
    const stepOf = (key: string) => settings.byKey.get(key)?.stepMs ?? 0;
    return inputs.map((input, index) => ({
      chart: chartSeriesOf(input, { outcomes, explain, stepMs: stepOf(input.key), visible }),
      color: seriesColor(input.queried.valueField, index, theme),
      settings: settings.byKey.get(input.key),
      outcome: outcomes.get(input.key),
      planned: planned.get(input.key),
    }));
  }, [inputs, outcomes, jobs, settings, visible, engineState, theme]);
}

const NONE_STORED: StoredModels = new Map();
const NO_INPUTS: readonly SeriesInput[] = [];

/** Where people have labeled incidents of a series as real. */
export type RealSpansOf = (series: {
  /** Letter of its query. */
  readonly query: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}) => readonly TimeSpan[];

const noRealSpans: RealSpansOf = () => [];

function uncountedSpans(
  inputs: readonly SeriesInput[],
  realSpansOf: RealSpansOf,
): ReadonlyMap<string, readonly TimeSpan[]> {
  const spans = inputs.map(({ key, queried: { series, refId } }) => {
    const { name, labels } = series;
    return [key, realSpansOf({ query: refId, name, labels })] as const;
  });
  return new Map(spans.filter(([, found]) => found.length > 0));
}

function useAppliedSettings(
  settings: SettingsOfSeries,
  stored: StoredModels,
  { thresholdMultiplier: own }: PartialSettings,
): SettingsOfSeries {
  return useMemo(
    () => (own === undefined ? { ...settings, byKey: withPinnedThresholds(settings.byKey, stored) } : settings),
    [settings, stored, own],
  );
}

/**
 * Turns the panel's data and settings into what is drawn: training fetched, models fitted, samples scored.
 * @param stored models that were fitted before, by series key: their series are not fitted. While they are still being
 * looked up nothing is.
 * @param realSpansOf where people have labeled incidents as real: those do not count for the budget of pages. The same
 * function until they are others.
 */
export function usePanelModel(
  data: PanelData,
  storedSettings: PartialSettings,
  theme: GrafanaTheme2,
  stored: StoredModels | 'lookingUp' = NONE_STORED,
  realSpansOf: RealSpansOf = noRealSpans,
): PanelModel {
  const now = useNow();
  const engineState = useEngine();
  const engine = engineOf(engineState);
  const trained = useTrainedSeries(data, storedSettings, now);
  const { inputs, settingsOfFit, training, span, visible } = trained;
  const ready = stored === 'lookingUp' ? NO_INPUTS : inputs;
  const models = stored === 'lookingUp' ? NONE_STORED : stored;
  const settings = useAppliedSettings(trained.settings, models, storedSettings);
  const uncounted = useMemo(() => uncountedSpans(ready, realSpansOf), [ready, realSpansOf]);
  const known = useMemo(() => {
    const asQueried = ready.filter(({ key }) => !models.has(key) && !uncounted.has(key));
    return carriedDetections(asQueried, settingsOfFit);
  }, [ready, settingsOfFit, models, uncounted]);
  const jobs = useMemo(
    () => detectionJobs(ready, { known, settingsOf: settingsOfFit, training, visible, stored: models, uncounted }),
    [ready, known, settingsOfFit, training, visible, models, uncounted],
  );
  const detected = useForecast(engine, jobs);
  const forecast = useMemo(() => new Map([...detected, ...known]), [known, detected]);
  const outcomes = useScored(forecast, settings.byKey);
  const series = useModelSeries(inputs, outcomes, jobs, { settings, visible }, engineState, theme);
  const notes = panelNotes({
    inputs,
    jobs,
    outcomes,
    training,
    data,
    settingsProblem: settings.problem,
    backend: engine?.backend,
    engineProblem: engineState.kind === 'failed' ? engineState.message : undefined,
    wantsMoreThanCarried: wantsMoreThanCarried(inputs, settings),
  });
  const isStarting = engineState.kind === 'starting';
  const isFitting =
    engineState.kind !== 'failed' && inputs.some((input) => !isSettled(input) && !outcomes.has(input.key));
  useRunningQuery(isFitting);
  return {
    series,
    notes,
    isSimulated: inputs.some(({ carried }) => carried?.isSimulated === true),
    isStarting,
    isFitting,
    training,
    trainingSpan: span,
    now,
  };
}
