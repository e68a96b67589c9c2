import { createModelCache, type ModelCache } from 'foreband-engine';

import { grafanaOwner } from './grafanaOwner';
import { storeName } from './storeOwner';

let cache: ModelCache | undefined;

/** The models that this browser keeps for the present user: one cache for all panels of the page. */
export function browserModels(): ModelCache {
  cache ??= createModelCache(storeName('foreband-models', grafanaOwner()));
  return cache;
}
