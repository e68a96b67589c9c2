import type { DataFrame, StandardEditorContext } from '@grafana/data';

import { defaultSettings, type DetectorSettings, type SettingName } from 'foreband-engine';
import { readCarried } from '../grafana/carried';

/** Where a value comes from that nobody has set here. */
export type Origin = 'query' | 'file' | 'dataSource' | 'pinned' | 'default';

/**
 * The settings an editor shows where nothing is set, handed to it as its instance state. A class, so that an editor can
 * tell it from whatever else a panel keeps there.
 */
export class InheritedSettings {
  constructor(
    readonly settings: DetectorSettings,
    /** Where each of them comes from. */
    readonly originOf: (name: SettingName) => Origin,
  ) {}
}

type Context = Pick<StandardEditorContext<unknown>, 'data' | 'instanceState'>;

const defaults = new InheritedSettings(defaultSettings, () => 'default');

/**
 * All settings as they are while a panel sets none: those of the first Foreband frame of its data, else the defaults.
 */
export function settingsOfFrames(frames: readonly DataFrame[] | undefined): InheritedSettings {
  for (const frame of frames ?? []) {
    const carried = readCarried(frame);
    if (carried !== undefined) {
      return new InheritedSettings(carried.settings, () => carried.origin);
    }
  }
  return defaults;
}

/** All settings as they are while none is set in this editor. */
export function inheritedSettings({ data, instanceState }: Context): InheritedSettings {
  const state: unknown = instanceState;
  return state instanceof InheritedSettings ? state : settingsOfFrames(data);
}

/** The value a setting has while it is not set here, and where it comes from. */
export interface Inherited<Name extends SettingName> {
  readonly value: DetectorSettings[Name];
  readonly origin: Origin;
}

/** The value of a setting while it is not set here. */
export function inheritedValue<Name extends SettingName>(context: Context, name: Name): Inherited<Name> {
  const inherited = inheritedSettings(context);
  return { value: inherited.settings[name], origin: inherited.originOf(name) };
}

const texts: Readonly<Record<Origin, string>> = {
  query: 'from the query',
  file: 'from the file',
  dataSource: 'from the data source',
  pinned: 'from the pinned model',
  default: 'default',
};

/** How an inherited value is announced. */
export function originText(origin: Origin): string {
  return texts[origin];
}
