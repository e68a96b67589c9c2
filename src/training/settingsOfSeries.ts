import type { TimeZone } from '@grafana/data';

import { defaultSettings, type DetectorSettings, effectiveSettings, type PartialSettings } from 'foreband-engine';
import { onDashboardClock } from '../grafana/onDashboardClock';

import type { SeriesInput } from './seriesInput';

/** The settings of every series, and what is wrong with the panel's own. */
export interface SettingsOfSeries {
  readonly byKey: ReadonlyMap<string, DetectorSettings>;
  /** Those of series that bring none. */
  readonly own: DetectorSettings;
  readonly problem?: string;
}

/**
 * The settings that hold for each series; while one of the panel's is out of its range, the queries' and the defaults.
 * @param timeZone the dashboard's, for settings that follow it.
 */
export function settingsOfSeries(
  inputs: readonly SeriesInput[],
  ofPanel: PartialSettings,
  timeZone: TimeZone,
): SettingsOfSeries {
  const effective = (fromQuery?: PartialSettings) => onDashboardClock(effectiveSettings(fromQuery, ofPanel), timeZone);
  try {
    const own = effective();
    const byKey = new Map(inputs.map(({ key, carried }) => [key, effective(carried?.settings)]));
    return { byKey, own };
  } catch (error) {
    return settingsWithout(inputs, error);
  }
}

/** The settings that hold while one of the panel's cannot: the queries' and the defaults. */
export function settingsWithout(inputs: readonly SeriesInput[], error: unknown): SettingsOfSeries {
  const byKey = new Map(inputs.map(({ key, carried }) => [key, carried?.settings ?? defaultSettings]));
  return { byKey, own: defaultSettings, problem: error instanceof Error ? error.message : String(error) };
}

/** Whether the panel asks for a longer training window or another step than a Foreband query carries. */
export function wantsMoreThanCarried(inputs: readonly SeriesInput[], { byKey }: SettingsOfSeries): boolean {
  return inputs.some(({ key, carried }) => {
    const settings = byKey.get(key);
    return (
      carried !== undefined &&
      settings !== undefined &&
      (settings.trainingWindowMs > carried.settings.trainingWindowMs || settings.stepMs !== carried.settings.stepMs)
    );
  });
}
