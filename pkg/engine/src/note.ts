import type { PartialSettings } from './settings/parseSettings.js';

/** A change of settings that mends what a note tells of. */
export interface Mend {
  /** Label of the one click, such as `Add it`. */
  readonly label: string;
  /** The settings that the click sets. */
  readonly settings: PartialSettings;
}

/** A remark for whoever looks at a series: worth knowing, wrong, or in the way of an answer. */
export interface Note {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  /** What mends it; undefined where settings cannot. */
  readonly mend?: Mend;
}
