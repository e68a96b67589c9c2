import { modelFor, type ModelsBySeries, type RetrainPolicy } from 'foreband-engine';

import type { StoredModels } from '../../../chart/model/withPinnedThresholds';

/** When the model was fitted that is not to be used any more, epoch ms, by series key: nor are older ones. */
export type DroppedModels = ReadonlyMap<string, number>;

/** The models there are, by series key. */
export interface AllModels {
  readonly pinned: ModelsBySeries;
  readonly cached: ModelsBySeries;
}

/**
 * Chooses a model for each series that has one and need not be refitted.
 * @param now epoch ms.
 */
export function chooseModels(
  policy: RetrainPolicy,
  { pinned, cached }: AllModels,
  dropped: DroppedModels,
  now: number,
): StoredModels {
  const keys = [...new Set([...pinned.keys(), ...cached.keys()])];
  const chosen = keys.flatMap((key) => {
    const found = modelFor(policy, { pinned: pinned.get(key), cached: cached.get(key) }, now);
    return found !== undefined && found.created > (dropped.get(key) ?? -Infinity) ? [[key, found] as const] : [];
  });
  return new Map(chosen);
}
