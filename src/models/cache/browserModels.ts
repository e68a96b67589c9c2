import { grafanaOwner } from '../../grafana/grafanaOwner';

import { createModelCache, type ModelCache } from './modelCache';

let cache: ModelCache | undefined;

/** The models that this browser keeps for the present user: one cache for all panels of the page. */
export function browserModels(): ModelCache {
  cache ??= createModelCache(grafanaOwner());
  return cache;
}
