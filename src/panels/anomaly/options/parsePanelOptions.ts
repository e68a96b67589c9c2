import { defaultModelsOptions, migrateSettings, parseModelsOptions } from 'foreband-engine';

import { defaultViewOptions } from '../../../chart/viewOptions';

import { OPTIONS_VERSION, type AnomalyPanelOptions } from './panelOptions';

/** Options of a new panel. */
export function defaultPanelOptions(): AnomalyPanelOptions {
  return {
    version: OPTIONS_VERSION,
    settings: {},
    models: defaultModelsOptions,
    writeAnnotations: false,
    ...defaultViewOptions(),
  };
}

/** Completes stored options: whatever a hand-written dashboard leaves out takes its default. */
export function parsePanelOptions(stored: Partial<AnomalyPanelOptions>): AnomalyPanelOptions {
  const defaults = defaultPanelOptions();
  return {
    version: OPTIONS_VERSION,
    settings: { ...migrateSettings(stored.settings ?? {}) },
    writeAnnotations: stored.writeAnnotations === true,
    models: parseModelsOptions(stored.models),
    draw: { ...defaults.draw, ...stored.draw },
    legend: { ...defaults.legend, ...stored.legend },
    tooltip: { ...defaults.tooltip, ...stored.tooltip },
  };
}
