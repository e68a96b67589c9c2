import type { PartialSettings } from 'foreband-engine';

/** Options of any panel that lets the reader set the detector. */
export interface OptionsWithSettings {
  /** The settings made in the panel. A setting that is missing comes from the query, or else is the default. */
  settings: PartialSettings;
}
