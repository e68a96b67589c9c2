import { useCallback, useEffect, useMemo, useState } from 'react';
import type { GrafanaTheme2, PanelData, TimeZone } from '@grafana/data';
import { keepsModels, type ModelsBySeries, readPins, type ReadPins } from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import { usePanelModel } from '../../../chart/model/usePanelModel';
import { useEngine } from '../../../training/useEngine';
import { useNow } from '../../../training/useNow';
import { useStable } from '../../../training/useStable';

import type { AnomalyPanelOptions } from '../options/panelOptions';

import { chooseModels, readyModels, type ChosenModels, type DroppedModels } from './chooseModels';
import { learntKeys } from './keptModels';
import { learnAnew } from './learnAnew';
import { modelNotes } from './modelNotes';
import { modelSource } from './modelSource';
import { seriesEntries, type SeriesEntry } from './seriesModels';
import { staleSeries, type StaleSeries } from './staleSeries';
import { useCachedModels } from './useCachedModels';

/** The panel's model, with what is known of the models that were learnt before. */
export interface SavedPanelModel {
  readonly model: PanelModel;
  readonly entries: readonly SeriesEntry[];
  /** Models of these series, learnt from the history at hand. */
  readonly learn: (keys: readonly string[]) => ModelsBySeries;
}

const HOUR_MS = 3_600_000;

/** A model younger than this is not dropped as stale: what is wrong with it may be wrong with every one. */
const LEAST_AGE_MS = 24 * HOUR_MS;

const NONE_DROPPED: DroppedModels = new Map();

function usePins(stored: AnomalyPanelOptions['models']['pinned']): ReadPins {
  const text = useMemo(() => JSON.stringify(stored), [stored]);
  const pinned = useStable(stored, text);
  return useMemo(() => readPins(pinned), [pinned]);
}

function useLearn({ series }: PanelModel): SavedPanelModel['learn'] {
  const state = useEngine();
  const engine = state.kind === 'running' ? state.engine : undefined;
  return useCallback(
    (keys) => (engine === undefined ? new Map() : learnAnew(engine, series, new Set(keys), Date.now())),
    [engine, series],
  );
}

function useStale(data: PanelData, { series }: PanelModel, chosen: ChosenModels, now: number): StaleSeries {
  const until = Math.min(data.timeRange.to.valueOf(), now + HOUR_MS);
  return useMemo(() => staleSeries(series, chosen, until), [series, chosen, until]);
}

/** Judges the panel's series: those with a model that was learnt before by that, as the retraining policy says. */
export function useSavedModels(
  data: PanelData,
  { settings, models: { pinned, retrain } }: AnomalyPanelOptions,
  theme: GrafanaTheme2,
  timeZone: TimeZone,
): SavedPanelModel {
  const now = Math.floor(useNow() / HOUR_MS) * HOUR_MS;
  const pins = usePins(pinned);
  const cache = useCachedModels(keepsModels(retrain) ? modelSource(data.request, settings) : undefined);
  const [dropped, setDropped] = useState(NONE_DROPPED);
  const chosen = useMemo(
    () => chooseModels(retrain, { pinned: pins.models, cached: cache.models }, dropped, now),
    [retrain, pins, cache.models, dropped, now],
  );
  const ready = useMemo(() => readyModels(chosen), [chosen]);
  const model = usePanelModel(data, settings, theme, cache.isLookingUp ? 'lookingUp' : ready);
  const learn = useLearn(model);

  const stale = useStale(data, model, chosen, now);
  const outlived = [...chosen].filter(([key, { saved }]) => stale.has(key) && saved.created < now - LEAST_AGE_MS);
  if (retrain === 'whenStale' && outlived.length > 0) {
    setDropped(new Map([...dropped, ...outlived.map(([key, { saved }]) => [key, saved.created] as const)]));
  }

  const { keep, isLookingUp, problem } = cache;
  const { series } = model;
  const isKeeping = keepsModels(retrain) && !isLookingUp;
  useEffect(() => {
    const learnt = isKeeping ? learn(learntKeys(series)) : new Map();
    if (learnt.size > 0) {
      keep(learnt);
    }
  }, [isKeeping, series, learn, keep]);

  const entries = useMemo(() => seriesEntries(series, { pins, stale, timeZone }), [series, pins, stale, timeZone]);
  const notes = modelNotes(entries, pins, problem);
  return { model: { ...model, notes: worstFirst([...model.notes, ...notes]) }, entries, learn };
}

const rank = { error: 0, warning: 1, info: 2 } as const;

function worstFirst(notes: PanelModel['notes']): PanelModel['notes'] {
  return [...notes].sort((left, right) => rank[left.severity] - rank[right.severity]);
}
