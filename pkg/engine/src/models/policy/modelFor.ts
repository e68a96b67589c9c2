import type { ReadyModel } from '../../fit/readyModel.js';
import type { SavedModel } from '../format/savedModel.js';
import type { RetrainPolicy } from '../pins/modelsOptions.js';

/** The models there are of one series. */
export interface KnownModels {
  readonly pinned?: SavedModel;
  /** Kept in this browser. */
  readonly cached?: SavedModel;
}

/** A model with where it was found. */
export interface FoundModel {
  readonly saved: SavedModel;
  readonly origin: ReadyModel['origin'];
}

const DAY_MS = 86_400_000;

function newest({ pinned, cached }: KnownModels): FoundModel | undefined {
  if (cached !== undefined && (pinned === undefined || cached.created > pinned.created)) {
    return { saved: cached, origin: 'cached' };
  }
  return pinned === undefined ? undefined : { saved: pinned, origin: 'pinned' };
}

/**
 * The model that a series is judged with; undefined where it is to be learnt anew.
 * @param now epoch ms.
 */
export function modelFor(policy: RetrainPolicy, known: KnownModels, now: number): FoundModel | undefined {
  const found = newest(known);
  switch (policy) {
    case 'auto':
      return newest({ pinned: known.pinned });
    case 'never':
      return newest({ pinned: known.pinned }) ?? found;
    case 'onLoad':
      return undefined;
    case 'whenStale':
      return found;
    case 'daily':
      return found !== undefined && now - found.saved.created < DAY_MS ? found : undefined;
  }
}

/** Whether models that are learnt under a policy are kept in this browser. */
export function keepsModels(policy: RetrainPolicy): boolean {
  return policy === 'never' || policy === 'whenStale' || policy === 'daily';
}
