import { countText, numberText, type ThresholdAdvice, type ThresholdStudy } from 'foreband-detector';

function goalText({ goal }: ThresholdStudy): string {
  return goal.kind === 'fBeta'
    ? `the best F${numberText(goal.beta)}`
    : `at most ${countText(goal.perWeek, 'false event')} a week`;
}

/** The suggested threshold with its confidence, why the one in use may stay, or why there is none. */
export function suggestionText(study: ThresholdStudy, advice: ThresholdAdvice, nEvents: number): string {
  const { chosen, confidence } = study;
  if (nEvents === 0) {
    return 'The held-out rows contain no events, so no threshold is suggested';
  }
  if (chosen === undefined) {
    return `No threshold reaches the goal: ${goalText(study)}`;
  }
  if (advice.kind === 'keep' && advice.within !== undefined) {
    const { bounds } = advice.within;
    return `Keep it: for ${goalText(study)} ${numberText(bounds.lower)} to ${numberText(bounds.upper)} cannot be told apart`;
  }
  const { lower, upper } = confidence?.thresholdMultiplier ?? { lower: NaN, upper: NaN };
  const sure = Number.isFinite(lower) ? ` (9 times in 10 between ${numberText(lower)} and ${numberText(upper)})` : '';
  return `Suggested for ${goalText(study)}: ${numberText(chosen.thresholdMultiplier)}${sure}`;
}
