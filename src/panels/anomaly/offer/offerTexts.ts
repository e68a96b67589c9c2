import { numberText } from 'foreband-detector';

import type { ThresholdOffer } from '../../../grafana/thresholdOffer';

import type { LabelOffer } from './labelOffer';

/** What an evaluation offers, in a sentence. */
export function evaluationOfferText(
  { panelTitle, series, thresholdMultiplier }: ThresholdOffer,
  current: number,
): string {
  const source = [panelTitle === '' ? 'An evaluation' : panelTitle, series === '' ? '' : `of ${series}`]
    .filter((part) => part !== '')
    .join(' ');
  return `${source} offers the threshold ${numberText(thresholdMultiplier)} (now ${numberText(current)}).`;
}

/** What labels speak for, in a sentence. */
export function labelOfferText({ suggestion, nRealNow, nFalseNow }: LabelOffer, current: number): string {
  const { thresholdMultiplier, nReal, nRealStay, nFalse, nFalseStay } = suggestion;
  const stay = `of ${nReal} incidents labeled real ${nRealStay} stay at threshold ${numberText(thresholdMultiplier)}`;
  const now = `at ${numberText(current)}, as now, ${nRealNow} and ${nFalseNow} do`;
  return `By your labels ${stay}, of ${nFalse} false alarms ${nFalseStay}; ${now}.`;
}
