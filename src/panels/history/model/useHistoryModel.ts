import { useMemo } from 'react';
import type { GrafanaTheme2, PanelData, TimeZone } from '@grafana/data';
import type { Series } from 'foreband-detector';

import { type DetectionOutcome, type Engine, medianStep, type Note } from 'foreband-engine';
import { valueFormat } from '../../../grafana/valueFormat';
import { panelNotes } from '../../../training/panelNotes';
import { wantsMoreThanCarried } from '../../../training/settingsOfSeries';
import { useChosenJob, type ChosenSeries } from '../../../training/useChosenJob';
import { useEngine } from '../../../training/useEngine';
import { useNow } from '../../../training/useNow';
import { useTrainedSeries, type TrainedSeries } from '../../../training/useTrainedSeries';
import { componentsOf } from '../../../views/history/componentsOf';
import type { HistorySubject } from '../../../views/history/historySubject';
import type { SeriesChoice } from '../../../views/layout/SeriesPicker';
import type { HistoryPanelOptions } from '../options/historyOptions';

/** Everything in the panel. */
export interface HistoryModel {
  readonly choices: readonly SeriesChoice[];
  /** Key of the series that is looked at. */
  readonly chosen: string;
  /** Missing without series, and while the training is being fetched. */
  readonly subject?: HistorySubject;
  readonly isWaiting: boolean;
  readonly isSimulated: boolean;
  readonly notes: readonly Note[];
}

interface Presentation {
  readonly range: HistoryPanelOptions['range'];
  readonly theme: GrafanaTheme2;
  readonly timeZone: TimeZone;
}

function shownSeries({ input, planned }: ChosenSeries, range: Presentation['range']): Series {
  if (planned === undefined) {
    return input.queried.series;
  }
  const { training, visible } = planned.job;
  return range === 'training' && training.time.length > 0 ? training : visible;
}

// Where Foreband's own data source could not score a series, its notice says why.
function noModelText({ input }: ChosenSeries, outcome: DetectionOutcome | undefined): string | undefined {
  if (outcome !== undefined && outcome.kind !== 'detected') {
    return outcome.message;
  }
  return input.source === 'unscored' ? input.queried.frame.meta?.notices?.[0]?.text : undefined;
}

function subjectOf(
  chosen: ChosenSeries,
  outcome: DetectionOutcome | undefined,
  engine: Engine | undefined,
  { range, theme, timeZone }: Presentation,
): HistorySubject {
  const { series: queried, valueField } = chosen.input.queried;
  const series = shownSeries(chosen, range);
  const settings = chosen.planned?.job.settings;
  return {
    name: queried.name,
    series,
    stepMs: settings?.stepMs ?? medianStep(series.time),
    timeZone,
    format: valueFormat(valueField, theme),
    exclusions: settings?.exclusions ?? [],
    components:
      outcome?.kind === 'detected'
        ? componentsOf(outcome.fitted, outcome.settings.intervalWidth, engine, timeZone)
        : undefined,
    noModel: noModelText(chosen, outcome),
  };
}

// What is said about the other series is no remark about this one.
function aboutChosen(
  { series }: PanelData,
  { inputs }: TrainedSeries,
  chosen: ChosenSeries | undefined,
): PanelData['series'] {
  const others = new Set(inputs.map(({ queried }) => queried.frame));
  return series.filter((frame) => frame === chosen?.input.queried.frame || !others.has(frame));
}

function notesOf(
  trained: TrainedSeries,
  chosen: ChosenSeries | undefined,
  outcome: DetectionOutcome | undefined,
  data: PanelData,
  engine: ReturnType<typeof useEngine>,
): Note[] {
  const key = chosen?.input.key ?? '';
  return panelNotes({
    inputs: trained.inputs,
    jobs: chosen?.planned === undefined ? [] : [chosen.planned],
    outcomes: outcome === undefined ? new Map() : new Map([[key, outcome]]),
    training: trained.training,
    data: { ...data, series: aboutChosen(data, trained, chosen) },
    settingsProblem: trained.settings.problem,
    backend: engine.kind === 'running' ? engine.engine.backend : undefined,
    engineProblem: engine.kind === 'failed' ? engine.message : undefined,
    wantsMoreThanCarried: wantsMoreThanCarried(trained.inputs, trained.settings),
  });
}

/** Turns the panel's data and options into the subject of its views: training fetched, the model fitted or carried. */
export function useHistoryModel(
  data: PanelData,
  options: HistoryPanelOptions,
  theme: GrafanaTheme2,
  timeZone: TimeZone,
): HistoryModel {
  const engineState = useEngine();
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  const trained = useTrainedSeries(data, options.settings, useNow());
  const chosen = useChosenJob(trained, options.series);
  const job = chosen?.planned?.job;
  const { range } = options;
  const outcome = useMemo(() => (job === undefined ? undefined : engine?.detect(job)), [engine, job]);
  const subject = useMemo(
    () =>
      chosen === undefined || chosen.isWaiting
        ? undefined
        : subjectOf(chosen, outcome, engine, { range, theme, timeZone }),
    [chosen, outcome, engine, range, theme, timeZone],
  );
  return {
    choices: trained.inputs.map(({ key, queried }) => ({ key, name: queried.series.name })),
    chosen: chosen?.input.key ?? '',
    subject,
    isWaiting: chosen?.isWaiting ?? false,
    isSimulated: chosen?.input.carried?.isSimulated ?? false,
    notes: notesOf(trained, chosen, outcome, data, engineState),
  };
}
