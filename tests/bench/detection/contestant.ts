import { type DetectorSettings, parseSettings, type PartialSettings, presetNames, presets } from 'foreband-engine';

/** Settings that are measured, with the name they are reported under. */
export interface Contestant {
  readonly name: string;
  readonly settings: DetectorSettings;
}

/**
 * Every preset, and beside them the recommended one with settings of the reader's own.
 * @throws RangeError for a setting outside its range.
 */
export function contestants(own?: PartialSettings): readonly Contestant[] {
  const known = presetNames.map((name) => ({ name, settings: parseSettings(presets[name]) }));
  return own === undefined ? known : [...known, { name: `with ${JSON.stringify(own)}`, settings: parseSettings(own) }];
}
