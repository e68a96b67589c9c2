import { countText, numberText, type ThresholdStudy } from 'foreband-detector';

function goalText({ goal }: ThresholdStudy): string {
  return goal.kind === 'fBeta'
    ? `the best F${numberText(goal.beta)}`
    : `at most ${countText(goal.perWeek, 'false event')} a week`;
}

/** The suggested threshold with its confidence, or why there is none. */
export function suggestionText(study: ThresholdStudy, nEvents: number): string {
  const { chosen, confidence } = study;
  if (nEvents === 0) {
    return 'The held-out rows contain no events, so no threshold is suggested';
  }
  if (chosen === undefined) {
    return `No threshold reaches the goal: ${goalText(study)}`;
  }
  const { lower, upper } = confidence?.thresholdMultiplier ?? { lower: NaN, upper: NaN };
  const sure = Number.isFinite(lower) ? ` (9 times in 10 between ${numberText(lower)} and ${numberText(upper)})` : '';
  return `Suggested for ${goalText(study)}: ${numberText(chosen.thresholdMultiplier)}${sure}`;
}
