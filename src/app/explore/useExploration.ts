import { useMemo } from 'react';
import {
  applyFieldOverrides,
  FieldColorModeId,
  LoadingState,
  type GrafanaTheme2,
  type PanelData,
  type TimeRange,
  type TimeZone,
} from '@grafana/data';
import type { GroundTruth, Series } from 'foreband-detector';

import { type CpuMetricName, defaultSettings, type DetectorSettings, parseSettings } from 'foreband-engine';
import { FOREBAND_TYPE } from '../../grafana/dataSourceTypes';

import type { ExploreState } from './address/exploreState';
import type { FileContent } from './files/useFiles';
import { promqlSource } from './live/dataSources';
import type { FoundMetrics } from '../../settings/metricChoice';
import { unitOf, type AskedSource, type Question } from './live/question';
import { useLiveData } from './live/useLiveData';
import { chooseSeries } from './samples/chooseSeries';
import { localData, wholeRange } from './samples/localData';
import { localSamples, usualRange } from './samples/localSamples';
import type { Samples } from './samples/samples';
import { rawRange, timeRangeOf } from './samples/timeRangeOf';

/** The subject of the page. */
export interface Exploration {
  /** The chosen series as Grafana hands data to a panel; undefined while there is none. */
  readonly data: PanelData | undefined;
  /** The same with all series of the answer. */
  readonly whole: PanelData | undefined;
  /** Every series there is. */
  readonly names: readonly string[];
  /** The chosen one. */
  readonly name: string | undefined;
  readonly range: TimeRange;
  /** The samples as a file has them, where several share a step. */
  readonly asRead?: Series;
  /** Labels of a file, or what a simulation planted; null where nothing is known. */
  readonly truth: GroundTruth | null;
  /** The settings where the reader sets nothing: a file has a step of its own. */
  readonly base: DetectorSettings;
  /** Whom the page asks, and for what; undefined for samples that are in the page. */
  readonly asked?: { readonly source: AskedSource; readonly question: Question };
  /** Grafana's unit of the samples. */
  readonly unit?: string;
  /** Changes made to the samples that are not plain to see, in sentences. */
  readonly notices: readonly string[];
  /** The fault of the samples. */
  readonly problem?: string;
}

/** The inputs of an exploration beside the state. */
export interface ExplorationContext {
  readonly file: FileContent;
  /** The CPU metrics of the chosen data source. */
  readonly found: FoundMetrics;
  readonly timeZone: TimeZone;
  readonly theme: GrafanaTheme2;
  /** When the reader refreshed last, or opened the page; epoch ms. */
  readonly now: number;
}

function completeSettings(settings: ExploreState['settings']): DetectorSettings {
  try {
    return parseSettings(settings);
  } catch {
    // The panel's notes say which setting is wrong.
    return defaultSettings;
  }
}

// Foreband's own data source knows which metric has data; for any other the page has to know.
function metricQuestion(metric: 'auto' | CpuMetricName, type: string, found: FoundMetrics): Question | undefined {
  if (metric !== 'auto' || type === FOREBAND_TYPE) {
    return { kind: 'metric', metric };
  }
  const [first] = found.kind === 'found' ? found.names : [];
  return first && { kind: 'metric', metric: first };
}

function questionOf(source: ExploreState['source'], type: string, found: FoundMetrics): Question | undefined {
  switch (source.kind) {
    case 'metric':
      return metricQuestion(source.metric, type, found);
    case 'promql':
      return source.expr.trim() === '' ? undefined : { kind: 'promql', expr: source.expr };
    default:
      return undefined;
  }
}

// A refresh moves a relative range on.
function useChosenRange({ range }: ExploreState, timeZone: TimeZone, now: number): TimeRange {
  return useMemo(() => timeRangeOf(range ?? usualRange, now, timeZone), [range, timeZone, now]);
}

function useAsked({ source }: ExploreState, found: FoundMetrics) {
  return useMemo(() => {
    const settings = 'dataSource' in source ? promqlSource(source.dataSource) : undefined;
    const question = settings && questionOf(source, settings.type, found);
    return question && { question, source: { uid: settings.uid, type: settings.type } };
  }, [source, found]);
}

interface Local {
  readonly samples?: Samples;
  readonly problem?: string;
}

function useLocal(state: ExploreState, file: FileContent, shown: TimeRange, now: number): Local {
  const { source, series, settings } = state;
  // Only these settings change the samples; the others must not make them anew.
  const { stepMs, trainingWindowMs } = settings;
  const isSimulated = source.kind === 'simulation';
  const [from, to] = isSimulated ? [shown.from.valueOf(), shown.to.valueOf()] : [0, 0];
  const moment = isSimulated ? now : 0;
  return useMemo(() => {
    const own = { stepMs, trainingWindowMs };
    try {
      const samples = localSamples({
        state: { source, series, settings: own },
        file,
        shown: { start: from, end: to },
        settings: completeSettings(own),
        now: moment,
      });
      return { samples };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }, [source, series, file, stepMs, trainingWindowMs, from, to, moment]);
}

function styled(data: PanelData, unit: string | undefined, theme: GrafanaTheme2, timeZone: TimeZone): PanelData {
  const defaults = { unit, color: { mode: FieldColorModeId.PaletteClassic } };
  const series = applyFieldOverrides({
    data: data.series,
    fieldConfig: { defaults, overrides: [] },
    replaceVariables: (text) => text,
    theme,
    timeZone,
  });
  return { ...data, series };
}

const NONE: readonly string[] = [];

/** The samples that the state chooses, fetched or made, ready to be drawn. */
export function useExploration(state: ExploreState, context: ExplorationContext): Exploration {
  const { file, found, timeZone, theme, now } = context;
  const { stepMs, trainingWindowMs } = state.settings;
  const chosenRange = useChosenRange(state, timeZone, now);
  const asked = useAsked(state, found);
  const { samples, problem } = useLocal(state, file, chosenRange, now);
  const base = useMemo(() => ({ ...defaultSettings, stepMs: samples?.stepMs ?? defaultSettings.stepMs }), [samples]);
  const fetched = completeSettings({ stepMs, trainingWindowMs });
  const live = useLiveData(
    asked === undefined
      ? undefined
      : {
          ...asked,
          range: rawRange(state.range ?? usualRange),
          timeZone,
          settings: { stepMs: fetched.stepMs, trainingWindowMs: fetched.trainingWindowMs },
          askedAt: now,
        },
  );
  const isWhole = samples !== undefined && !samples.isSimulated && state.range === null;
  const range = useMemo(
    () => (isWhole && samples !== undefined ? wholeRange(samples) : chosenRange),
    [isWhole, samples, chosenRange],
  );
  const local = useMemo(() => {
    const settings = { ...base, ...(trainingWindowMs === undefined ? {} : { trainingWindowMs }) };
    return samples === undefined ? undefined : localData(samples, range, settings, now);
  }, [samples, range, base, trainingWindowMs, now]);
  const answer = local ?? live;
  const chosen = useMemo(() => chooseSeries(answer?.series ?? [], state.series), [answer, state.series]);
  const unit = asked === undefined ? samples?.unit : unitOf(asked.question);
  const data = useMemo(
    () => (answer === undefined ? undefined : styled({ ...answer, series: [...chosen.frames] }, unit, theme, timeZone)),
    [answer, chosen, unit, theme, timeZone],
  );
  const { truth = null, names = chosen.names, notices = NONE, asRead } = samples ?? {};
  return { data, whole: answer, names, name: chosen.name, range, asRead, truth, base, asked, unit, notices, problem };
}

/** Whether an answer is still on its way. */
export function isWaiting({ asked, data }: Exploration): boolean {
  return asked !== undefined && (data === undefined || data.state === LoadingState.Loading);
}
