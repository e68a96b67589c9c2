import {
  type FoundModel,
  modelFor,
  type ModelsBySeries,
  type ReadyModel,
  readyModel,
  type RetrainPolicy,
} from 'foreband-engine';

/** When the model was learnt that is not to be used any more, epoch ms, by series key: nor are older ones. */
export type DroppedModels = ReadonlyMap<string, number>;

/** The models that series are judged with, by series key. */
export type ChosenModels = ReadonlyMap<string, FoundModel>;

/** The models there are, by series key. */
export interface AllModels {
  readonly pinned: ModelsBySeries;
  readonly cached: ModelsBySeries;
}

/**
 * Chooses a model for each series that has one and need not be learnt anew.
 * @param now epoch ms.
 */
export function chooseModels(
  policy: RetrainPolicy,
  { pinned, cached }: AllModels,
  dropped: DroppedModels,
  now: number,
): ChosenModels {
  const chosen = new Map<string, FoundModel>();
  for (const key of new Set([...pinned.keys(), ...cached.keys()])) {
    const found = modelFor(policy, { pinned: pinned.get(key), cached: cached.get(key) }, now);
    if (found !== undefined && found.saved.created > (dropped.get(key) ?? -Infinity)) {
      chosen.set(key, found);
    }
  }
  return chosen;
}

/** The chosen models as the engine takes them. */
export function readyModels(chosen: ChosenModels): ReadonlyMap<string, ReadyModel> {
  return new Map([...chosen].map(([key, { saved, origin }]) => [key, readyModel(saved, origin)]));
}
