import { isRecord } from '../format/reading.js';

import type { PinnedModels } from './pinnedModels.js';

/**
 * When a series is refitted:
 * - `auto`: on every load, and never where a model is pinned;
 * - `never`: not while there is a model, pinned or stored in this browser;
 * - `onLoad`: on every load, whatever is pinned;
 * - `whenStale`: once the model is stale;
 * - `daily`: once the model is a day old.
 */
export type RetrainPolicy = 'auto' | 'never' | 'onLoad' | 'whenStale' | 'daily';

/** Options of a panel about models. */
export interface ModelsOptions {
  /** Models that travel with the dashboard. Default none. */
  readonly pinned: PinnedModels;
  /** Default `auto`. */
  readonly retrain: RetrainPolicy;
}

/** The options of a panel without models. */
export const defaultModelsOptions: ModelsOptions = { pinned: {}, retrain: 'auto' };

/** Every policy with what a reader calls it. */
export const retrainPolicies: ReadonlyArray<{
  readonly value: RetrainPolicy;
  readonly label: string;
  readonly description: string;
}> = [
  { value: 'auto', label: 'Automatic', description: 'On every load; never where a model is pinned.' },
  { value: 'never', label: 'Never', description: 'The first model stays, pinned or stored in this browser.' },
  { value: 'onLoad', label: 'On every load', description: 'Pinned models are not used.' },
  { value: 'whenStale', label: 'When stale', description: 'Too old, drifting, or missing what it promises.' },
  { value: 'daily', label: 'Daily', description: 'Once the model is a day old.' },
];

function isPolicy(value: unknown): value is RetrainPolicy {
  return retrainPolicies.some((policy) => policy.value === value);
}

/** Completes stored options; what they hold as models is read later, one by one. */
export function parseModelsOptions(stored: unknown): ModelsOptions {
  if (!isRecord(stored)) {
    return defaultModelsOptions;
  }
  const { pinned, retrain } = stored;
  return {
    pinned: isRecord(pinned) ? pinned : defaultModelsOptions.pinned,
    retrain: isPolicy(retrain) ? retrain : defaultModelsOptions.retrain,
  };
}
