import type { Severity } from 'foreband-detector';

import { type AnomalyEntry, textFingerprint } from 'foreband-engine';

/** On every annotation that Foreband writes. */
export const FOREBAND_TAG = 'foreband';

const ID = 'foreband-id:';
const LABEL = 'foreband-label:';

const severities: readonly string[] = ['critical', 'high', 'medium', 'low'] satisfies readonly Severity[];

/** The tag by which every browser recognizes the annotation of one anomaly. */
export function idTag({ key }: Pick<AnomalyEntry, 'key'>): string {
  return `${ID}${textFingerprint(key)}`;
}

/** The tag that says whether an anomaly was one. */
export function labelTag(isReal: boolean): string {
  return `${LABEL}${isReal}`;
}

/** The label that someone gave an anomaly; undefined without one. */
export function labelIn(tags: readonly string[]): boolean | undefined {
  const label = tags.find((tag) => tag.startsWith(LABEL));
  return label === undefined ? undefined : label === labelTag(true);
}

/** The tags of an anomaly that nobody has labeled. */
export function tagsOf(entry: AnomalyEntry): string[] {
  return [FOREBAND_TAG, entry.severity, idTag(entry)];
}

/** Tags with the severity as it has become; what others have added stays. */
export function withSeverity(tags: readonly string[], severity: Severity): string[] {
  return [...tags.filter((tag) => !severities.includes(tag)), severity];
}

/** Tags with what somebody says about the anomaly, in place of what was said before. */
export function withLabel(tags: readonly string[], isReal: boolean): string[] {
  return [...tags.filter((tag) => !tag.startsWith(LABEL)), labelTag(isReal)];
}
