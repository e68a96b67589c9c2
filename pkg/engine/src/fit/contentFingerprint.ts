import type { Series } from 'foreband-detector';

import { fingerprint } from './fingerprint.js';

/** A short text that differs, but for chance, when times, values, labels or the name of a series differ. */
export function contentFingerprint({ name, time, y }: Series, labels: readonly string[] | null): string {
  const words = `${name}\n${labels?.join('\n') ?? ''}`;
  const content = new Float64Array(time.length + y.length + words.length);
  content.set(time);
  content.set(y, time.length);
  for (let place = 0; place < words.length; place++) {
    content[time.length + y.length + place] = words.charCodeAt(place);
  }
  return fingerprint(content);
}
