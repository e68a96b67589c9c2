import { useCallback, useEffect, useMemo, useState } from 'react';
import type { GrafanaTheme2, PanelData, TimeZone } from '@grafana/data';
import { type ModelsBySeries, readPins, type ReadPins, storesModels } from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import { usePanelModel, type RealSpansOf } from '../../../chart/model/usePanelModel';
import type { StoredModels } from '../../../chart/model/withPinnedThresholds';
import { useEngine } from '../../../training/useEngine';
import { useNow } from '../../../training/useNow';
import { useStable } from '../../../training/useStable';

import type { AnomalyPanelOptions } from '../options/panelOptions';

import { chooseModels, type DroppedModels } from './chooseModels';
import { modelNotes } from './modelNotes';
import { modelSource } from './modelSource';
import { refit } from './refit';
import { seriesEntries, type SeriesEntry } from './seriesModels';
import { staleSeries, type StaleSeries } from './staleSeries';
import { storableKeys } from './storableKeys';
import { useCachedModels } from './useCachedModels';

/** The panel's model, with what is known of the models that were fitted before. */
export interface SavedPanelModel {
  readonly model: PanelModel;
  readonly entries: readonly SeriesEntry[];
  /** Models of these series, fitted to the history at hand. */
  readonly refit: (keys: readonly string[]) => ModelsBySeries;
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

function useRefit({ series }: PanelModel): SavedPanelModel['refit'] {
  const state = useEngine();
  const engine = state.kind === 'running' ? state.engine : undefined;
  return useCallback(
    (keys) => (engine === undefined ? new Map() : refit(engine, series, new Set(keys), Date.now())),
    [engine, series],
  );
}

function useStale(data: PanelData, { series }: PanelModel, stored: StoredModels, now: number): StaleSeries {
  const until = Math.min(data.timeRange.to.valueOf(), now + HOUR_MS);
  return useMemo(() => staleSeries(series, stored, until), [series, stored, until]);
}

/**
 * Scores the panel's series: those with a model that was fitted before with that, as the retraining policy says.
 * @param realSpansOf as `usePanelModel` takes it.
 */
export function useSavedModels(
  data: PanelData,
  { settings, models: { pinned, retrain } }: AnomalyPanelOptions,
  theme: GrafanaTheme2,
  timeZone: TimeZone,
  realSpansOf: RealSpansOf,
): SavedPanelModel {
  const now = Math.floor(useNow() / HOUR_MS) * HOUR_MS;
  const pins = usePins(pinned);
  const cache = useCachedModels(storesModels(retrain) ? modelSource(data.request, settings) : undefined);
  const [dropped, setDropped] = useState(NONE_DROPPED);
  const stored = useMemo(
    () => chooseModels(retrain, { pinned: pins.models, cached: cache.models }, dropped, now),
    [retrain, pins, cache.models, dropped, now],
  );
  const model = usePanelModel(data, settings, theme, cache.isLookingUp ? 'lookingUp' : stored, realSpansOf);
  const refitNow = useRefit(model);

  const stale = useStale(data, model, stored, now);
  const outlived = [...stored].filter(([key, { created }]) => stale.has(key) && created < now - LEAST_AGE_MS);
  if (retrain === 'whenStale' && outlived.length > 0) {
    setDropped(new Map([...dropped, ...outlived.map(([key, { created }]) => [key, created] as const)]));
  }

  const { store, isLookingUp, problem } = cache;
  const { series } = model;
  const isStoring = storesModels(retrain) && !isLookingUp;
  useEffect(() => {
    const fitted = isStoring ? refitNow(storableKeys(series)) : new Map();
    if (fitted.size > 0) {
      store(fitted);
    }
  }, [isStoring, series, refitNow, store]);

  const entries = useMemo(() => seriesEntries(series, { pins, stale, timeZone }), [series, pins, stale, timeZone]);
  const notes = modelNotes(entries, pins, problem);
  return { model: { ...model, notes: worstFirst([...model.notes, ...notes]) }, entries, refit: refitNow };
}

const rank = { error: 0, warning: 1, info: 2 } as const;

function worstFirst(notes: PanelModel['notes']): PanelModel['notes'] {
  return [...notes].sort((left, right) => rank[left.severity] - rank[right.severity]);
}
