import type { DataFrame } from '@grafana/data';

import { defaultSettings, type DetectorSettings } from '../engine/settings';
import { readCarried } from '../grafana/carried';

/** Where a value comes from that nobody has set here. */
export type Origin = 'query' | 'file' | 'default';

/** The value a setting has while the panel does not set it, and where it comes from. */
export interface Inherited<K extends keyof DetectorSettings> {
  readonly value: DetectorSettings[K];
  readonly origin: Origin;
}

/** What a setting is inherited from: the first Foreband frame of the data, else the defaults. */
export function inheritedValue<K extends keyof DetectorSettings>(
  frames: readonly DataFrame[] | undefined,
  name: K,
): Inherited<K> {
  for (const frame of frames ?? []) {
    const carried = readCarried(frame);
    if (carried !== undefined) {
      return { value: carried.settings[name], origin: carried.origin };
    }
  }
  return { value: defaultSettings[name], origin: 'default' };
}

/** How an inherited value is announced. */
export function originText(origin: Origin): string {
  return origin === 'default' ? origin : `from the ${origin}`;
}
