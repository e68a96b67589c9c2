import type { DataFrame } from '@grafana/data';

import { defaultSettings, type DetectorSettings } from 'foreband-engine';
import { readCarried } from '../grafana/carried';

/** Where a value comes from that nobody has set here. */
export type Origin = 'query' | 'file' | 'default';

/** The value a setting has while the panel does not set it, and where it comes from. */
export interface Inherited<K extends keyof DetectorSettings> {
  readonly value: DetectorSettings[K];
  readonly origin: Origin;
}

/** All settings as they are while the panel sets none: those of the first Foreband frame of the data, else the defaults. */
export function inheritedSettings(frames: readonly DataFrame[] | undefined): {
  readonly settings: DetectorSettings;
  readonly origin: Origin;
} {
  for (const frame of frames ?? []) {
    const carried = readCarried(frame);
    if (carried !== undefined) {
      return { settings: carried.settings, origin: carried.origin };
    }
  }
  return { settings: defaultSettings, origin: 'default' };
}

/** What one setting is while the panel does not set it. */
export function inheritedValue<K extends keyof DetectorSettings>(
  frames: readonly DataFrame[] | undefined,
  name: K,
): Inherited<K> {
  const { settings, origin } = inheritedSettings(frames);
  return { value: settings[name], origin };
}

/** How an inherited value is announced. */
export function originText(origin: Origin): string {
  return origin === 'default' ? origin : `from the ${origin}`;
}
