import { config } from '@grafana/runtime';

import type { StoreOwner } from './storeOwner';

/** Whose data this browser page holds. */
export function grafanaOwner(): StoreOwner {
  const { orgId = 0, id: userId = 0 } = config.bootData?.user ?? {};
  return { subPath: config.appSubUrl, orgId, userId };
}
