import { numberText } from 'foreband-detector';

import type { DetectedSeries } from '../detect/detectedSeries.js';
import { excludedSpans, spanOfRows } from '../exclusions/excludedSpans.js';
import { isExcluded } from '../exclusions/isExcluded.js';
import type { Note } from '../note.js';

/**
 * A band so many times as wide as everything the samples have done is no use. That of noise without any shape is about one
 * and a half times as wide: six deviations either way, where four weeks of samples reach four.
 */
const USELESS = 2.5;

function rangeOf({ training: { time, y }, fitted, settings }: DetectedSeries): number {
  const out = [...(fitted.adaptive?.blocks ?? []), ...excludedSpans(settings, spanOfRows(time))];
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < time.length; row++) {
    if (Number.isFinite(y[row]) && !isExcluded(time[row], out)) {
      least = Math.min(least, y[row]);
      most = Math.max(most, y[row]);
    }
  }
  return most - least;
}

function usualWidth({ detection: { bandLower, bandUpper } }: DetectedSeries): number {
  const widths = bandUpper.map((upper, row) => upper - bandLower[row]).filter(Number.isFinite);
  return widths.sort()[widths.length >> 1] ?? NaN;
}

/** Says that the band is so wide that nothing can leave it, and what to do; undefined where it is not. */
export function bandNote(detected: DetectedSeries): Note | undefined {
  const { settings, fitted } = detected;
  const range = rangeOf(detected);
  const times = range > 0 ? usualWidth(detected) / range : NaN;
  if (!(times > USELESS)) {
    return undefined;
  }
  const text = `The band is ${numberText(times)} times as wide as everything the samples have done, so that hardly anything can leave it.`;
  if (fitted.adaptive === null && settings.method === 'classic') {
    return {
      severity: 'warning',
      text: `${text} Past incidents in the training widen it: exclude them, or let the adaptive method do so.`,
      mend: { label: 'Use adaptive', settings: { method: 'adaptive' } },
    };
  }
  const budget = fitted.adaptive?.state.budget ?? 1;
  const remedy =
    budget > 2
      ? `The limit of pages a week has raised the threshold ${budget.toFixed(1)} times: allow more of them, or exclude what is no normal time.`
      : 'Exclude what was no normal time from the training, lower the threshold multiplier, or aggregate in the query.';
  return { severity: 'warning', text: `${text} ${remedy}` };
}
