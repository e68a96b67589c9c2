import { parsePanelOptions } from './parsePanelOptions';
import type { AnomalyPanelOptions } from './panelOptions';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Before version 1 the settings stood beside the other options.
function fromUnversioned(stored: Record<string, unknown>): Partial<AnomalyPanelOptions> {
  const { thresholdMultiplier, settings, ...rest } = stored;
  const nested = isRecord(settings) ? settings : {};
  return {
    ...rest,
    settings: typeof thresholdMultiplier === 'number' ? { thresholdMultiplier, ...nested } : nested,
  };
}

/** Brings stored options of any version to the present one. */
export function migrateOptions(panel: { readonly options: unknown }): AnomalyPanelOptions {
  const { options: stored } = panel;
  if (!isRecord(stored)) {
    return parsePanelOptions({});
  }
  return parsePanelOptions(typeof stored.version === 'number' ? stored : fromUnversioned(stored));
}
