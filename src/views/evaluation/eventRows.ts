import { durationText, numberText, type Evaluation, type TimeSpan } from 'foreband-detector';
import { REAL_KIND, type EvaluationBasis, type UnplantedIncident } from 'foreband-engine';

import { kindName } from './kindName';

/** Outcome of an event or an alarm, as a row of the list. */
export interface EventRow extends TimeSpan {
  readonly kind: string;
  readonly outcome: string;
  /** From the first sample of an event until it was known; empty where it was not. */
  readonly delay: string;
  /** Largest score; empty where nothing was flagged. */
  readonly score: string;
  /** The incident that was found and not planted; undefined for whatever else. */
  readonly incident?: UnplantedIncident;
}

const meets = (one: TimeSpan, other: TimeSpan) => one.start <= other.end && other.start <= one.end;

/** Every event that was to be found, every alarm that was false, and every incident nobody planted, in order of time. */
export function eventRows(
  { events }: Pick<Evaluation, 'events'>,
  unplanted: EvaluationBasis['unplanted'],
): readonly EventRow[] {
  const incidentAt = (span: TimeSpan) => unplanted.find((one) => meets(one, span));
  const planted = events.outcomes.map(({ event, isFound, delayMs, peakScore }): EventRow => ({
    start: event.start,
    end: event.end,
    kind: kindName(event.kind),
    outcome: isFound ? 'found' : 'missed',
    delay: isFound ? durationText(delayMs) : '',
    score: isFound ? numberText(peakScore) : '',
    ...(event.kind === REAL_KIND ? { incident: incidentAt(event) } : {}),
  }));
  const wrong = events.falseEvents.map(({ start, end, peakScore }): EventRow => ({
    start,
    end,
    kind: '',
    outcome: 'false alarm',
    delay: '',
    score: numberText(peakScore),
    incident: incidentAt({ start, end }),
  }));
  const open = unplanted.filter(({ isReal }) => isReal === undefined);
  const asked = open.map((incident): EventRow => {
    const { start, end } = incident;
    const alarm = events.unknownEvents.find((one) => meets(one, incident));
    const score = alarm === undefined ? '' : numberText(alarm.peakScore);
    const outcome = alarm === undefined ? 'not planted: yours?' : 'found, not planted: yours?';
    return { start, end, kind: '', outcome, delay: '', score, incident };
  });
  return [...planted, ...wrong, ...asked].sort((left, right) => left.start - right.start);
}
