import type { SavedModel } from '../format/savedModel.js';
import type { RetrainPolicy } from '../pins/modelsOptions.js';

/** The models there are of one series. */
export interface KnownModels {
  readonly pinned?: SavedModel;
  /** Stored in this browser. */
  readonly cached?: SavedModel;
}

const DAY_MS = 86_400_000;

function newest({ pinned, cached }: KnownModels): SavedModel | undefined {
  return cached !== undefined && (pinned === undefined || cached.created > pinned.created) ? cached : pinned;
}

/**
 * The model that a series is scored with; undefined where one is to be fitted.
 * @param now epoch ms.
 */
export function modelFor(policy: RetrainPolicy, known: KnownModels, now: number): SavedModel | undefined {
  const found = newest(known);
  switch (policy) {
    case 'auto':
      return known.pinned;
    case 'never':
      return known.pinned ?? found;
    case 'onLoad':
      return undefined;
    case 'whenStale':
      return found;
    case 'daily':
      return found !== undefined && now - found.created < DAY_MS ? found : undefined;
  }
}

/** Whether models that are fitted under a policy are stored in this browser. */
export function storesModels(policy: RetrainPolicy): boolean {
  return policy === 'never' || policy === 'whenStale' || policy === 'daily';
}
