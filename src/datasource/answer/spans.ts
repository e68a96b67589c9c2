import { ADAPTIVE_LEAD_MS, type TimeSpan } from 'foreband-detector';

import { pointsIn, promDuration } from 'foreband-prometheus';
import { alignSpan, type DetectorSettings, lastCompleteStep, trainingSpan } from 'foreband-engine';

/** The spans that a query asks for, on multiples of its step. */
export interface QuerySpans {
  /** Samples to score: the visible range as far as its steps are complete, at least one point. */
  readonly visible: TimeSpan;
  /** The same with the hours before, which an adaptive score looks back on. */
  readonly asked: TimeSpan;
  /** Samples to fit to. */
  readonly training: TimeSpan;
  /** Where the forecast is drawn from and to, epoch ms. */
  readonly forecast: TimeSpan;
}

/** Points per series beyond which a query is refused. */
export const MAX_POINTS = 200_000;

function requireRoom(name: string, span: TimeSpan, stepMs: number): void {
  const points = pointsIn(span, stepMs);
  if (points > MAX_POINTS) {
    const longest = promDuration(Math.floor((MAX_POINTS * stepMs) / 86_400_000) * 86_400_000);
    throw new RangeError(
      `${name} holds ${points} points per series at a step of ${promDuration(stepMs)}, the limit is ${MAX_POINTS}. Lengthen the step or shorten it to ${longest}.`,
    );
  }
}

/**
 * The spans of a query.
 * @throws RangeError where one of them holds more points than fit.
 */
export function querySpans(
  range: { readonly from: number; readonly to: number; readonly now: number },
  settings: DetectorSettings,
): QuerySpans {
  const { from, to, now } = range;
  const { stepMs, horizonMs } = settings;
  const lastStep = Math.min(Math.floor(to / stepMs) * stepMs, lastCompleteStep(now, stepMs));
  const visible = { start: Math.min(alignSpan({ start: from, end: from }, stepMs).start, lastStep), end: lastStep };
  const training = trainingSpan(range, settings);
  requireRoom('The visible range', visible, stepMs);
  requireRoom('The training window', training, stepMs);
  const forecastEnd = to > now ? to : lastStep + horizonMs;
  const leadMs = settings.method === 'adaptive' ? Math.ceil(ADAPTIVE_LEAD_MS / stepMs) * stepMs : 0;
  const asked = { start: visible.start - leadMs, end: visible.end };
  return { visible, asked, training, forecast: { start: Math.max(from, visible.start), end: forecastEnd } };
}
