import type { CsvContent } from 'foreband-detector';

import { contentFingerprint, textFingerprint } from 'foreband-engine';

/** A short text that differs, but for chance, when anything differs that is read from a file. */
export function fileFingerprint({ series }: CsvContent): string {
  const prints = series.map((one) => contentFingerprint(one.series, one.labels));
  return prints.length === 1 ? prints[0] : textFingerprint(prints.join(' '));
}
