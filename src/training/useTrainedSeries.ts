import { useMemo } from 'react';
import { getTimeZone, LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { ADAPTIVE_LEAD_MS, type TimeSpan } from 'foreband-detector';

import {
  alignSpan,
  type DatedSettings,
  type DetectorSettings,
  fitSettings,
  lastCompleteStep,
  type PartialSettings,
  trainingSpan,
} from 'foreband-engine';
import { hull } from 'foreband-prometheus';

import { answeredUntilOf } from '../grafana/answeredUntil';

import type { VisibleRange } from './detectionJobs';
import { isForebandQuery } from './rerunParts';
import { seriesInputs, type SeriesInput } from './seriesInput';
import { settingsOfSeries, type SettingsOfSeries } from './settingsOfSeries';
import type { Training } from './trainingAnswer';
import { useCalendars, type Calendars } from './useCalendars';
import { useStable } from './useStable';
import { useTraining } from './useTraining';

/** The series of a panel's data with the settings that hold for each and the training the panel fetched for them. */
export interface TrainedSeries {
  readonly inputs: readonly SeriesInput[];
  readonly settings: SettingsOfSeries;
  /**
   * The part of these settings that the fit uses, with the calendar they come to, by series key: unchanged while only the
   * scoring changes. A series whose calendar is being loaded has none yet.
   */
  readonly settingsOfFit: ReadonlyMap<string, DatedSettings>;
  readonly training: Training;
  /** The range asked for training. */
  readonly span: TimeSpan;
  readonly visible: VisibleRange;
}

function useInputs({ series, request, state }: PanelData): readonly SeriesInput[] {
  const targets = request?.targets;
  const forebandRefIds = useMemo(
    () => new Set((targets ?? []).filter(isForebandQuery).map(({ refId }) => refId)),
    [targets],
  );
  // A whole answer says how far it goes, unless a transformation has taken that away. Only the beginning of an answer
  // is looked for: with every refresh the answer before is loading for a while, and nothing is to be done anew for
  // that.
  const isBeginning = (frame: DataFrame) =>
    forebandRefIds.has(frame.refId ?? '') && answeredUntilOf(frame) === undefined;
  const isArriving = state === LoadingState.Loading && series.some(isBeginning);
  return useMemo(() => seriesInputs(series, { forebandRefIds, isArriving }), [series, forebandRefIds, isArriving]);
}

function useFitSettings({ settings, calendarOf }: Calendars): ReadonlyMap<string, DatedSettings> {
  const settingsOfFit = useMemo(() => {
    const known = [...settings.byKey].filter(([key]) => calendarOf.has(key));
    return new Map(known.map(([key, one]) => [key, { settings: fitSettings(one), calendar: calendarOf.get(key) }]));
  }, [settings, calendarOf]);
  return useStable(settingsOfFit, JSON.stringify([...settingsOfFit]));
}

function useVisibleRange({ timeRange, request }: PanelData, now: number): VisibleRange {
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  // The moment of the query, not the present: what is asked for and what is scored change only with a refresh.
  const sentAt = request?.startTime ?? Math.min(now, to);
  return useMemo(() => ({ from, to, now: sentAt }), [from, to, sentAt]);
}

function neededSpan(visible: VisibleRange, settings: DetectorSettings): TimeSpan {
  const end = Math.min(visible.to, lastCompleteStep(visible.now, settings.stepMs));
  return alignSpan(
    hull(trainingSpan(visible, settings), { start: visible.from - ADAPTIVE_LEAD_MS, end }),
    settings.stepMs,
  );
}

/**
 * Reads the series of a panel's data, and fetches the training of those that bring none along.
 * @param storedSettings what the user has set in the panel.
 * @param now epoch ms.
 */
export function useTrainedSeries(data: PanelData, storedSettings: PartialSettings, now: number): TrainedSeries {
  const inputs = useInputs(data);
  const ofPanel = useStable(storedSettings, JSON.stringify(storedSettings));
  const timeZone = data.request?.timezone ?? getTimeZone();
  const asked = useMemo(() => settingsOfSeries(inputs, ofPanel, timeZone), [inputs, ofPanel, timeZone]);
  const visible = useVisibleRange(data, now);
  const calendars = useCalendars(inputs, asked, visible);
  const { settings } = calendars;
  const settingsOfFit = useFitSettings(calendars);
  const span = neededSpan(visible, settings.own);
  const isAsking = inputs.some(({ source }) => source === 'query');
  const training = useTraining(isAsking ? { data, span, stepMs: settings.own.stepMs } : undefined);
  return { inputs, settings, settingsOfFit, training, span, visible };
}
