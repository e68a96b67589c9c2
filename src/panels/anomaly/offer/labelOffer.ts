import { type LabeledIncident, suggestThreshold, type ThresholdSuggestion } from 'foreband-detector';

import type { StoredAnnotation } from '../../../log/annotations/annotationApi';
import { handlingIn } from '../../../log/annotations/annotationTags';

/** Fewer labels say nothing of the next incident. */
const LEAST_LABELS = 5;

/** A threshold that fits what people have said of a panel's incidents better than the one in use. */
export interface LabelOffer {
  readonly suggestion: ThresholdSuggestion;
  /** How many of the incidents labeled real, and of the false alarms, page at the threshold in use. */
  readonly nRealNow: number;
  readonly nFalseNow: number;
}

function labeledIn(annotations: readonly StoredAnnotation[]): LabeledIncident[] {
  return annotations.flatMap(({ tags }) => {
    const { isReal, peakMultiplier } = handlingIn(tags);
    return isReal === undefined || peakMultiplier === undefined ? [] : [{ isReal, peakMultiplier }];
  });
}

/**
 * Suggests a threshold from labels: from five on, of both kinds, where another one would keep more real incidents or fewer
 * false ones.
 * @param current the threshold multiplier in use.
 */
export function labelOffer(annotations: readonly StoredAnnotation[], current: number): LabelOffer | undefined {
  const labeled = labeledIn(annotations);
  const suggestion = labeled.length < LEAST_LABELS ? undefined : suggestThreshold(labeled);
  if (suggestion === undefined || suggestion.nFalse === 0) {
    return undefined;
  }
  const countAt = (isReal: boolean) =>
    labeled.filter((one) => one.isReal === isReal && one.peakMultiplier >= current).length;
  const [nRealNow, nFalseNow] = [countAt(true), countAt(false)];
  const isBetter = suggestion.nFalseStay < nFalseNow || suggestion.nRealStay > nRealNow;
  return isBetter ? { suggestion, nRealNow, nFalseNow } : undefined;
}
