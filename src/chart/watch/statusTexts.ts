import type { TimeZone } from '@grafana/data';
import type { SeriesStatus } from 'foreband-detector';

import { handlingTexts } from '../../log/annotations/handling';
import { formatClock } from '../../views/formatTime';

import type { WatchedSeries } from './watchedSeries';

/** The text of a status, and the sign that says it without color. */
interface StatusSign {
  readonly icon: 'check-circle' | 'exclamation-triangle' | 'question-circle' | 'clock-nine';
  /** For a number of series, for instance `2 anomalous`. */
  readonly text: string;
}

/** By kind, what needs attention first. */
export const statusSigns: Readonly<Record<SeriesStatus['kind'], StatusSign>> = {
  anomalous: { icon: 'exclamation-triangle', text: 'anomalous' },
  noData: { icon: 'question-circle', text: 'no data' },
  stale: { icon: 'clock-nine', text: 'stale' },
  notScored: { icon: 'question-circle', text: 'not scored' },
  learning: { icon: 'clock-nine', text: 'learning' },
  normal: { icon: 'check-circle', text: 'normal' },
};

/** A status with how its incident is handled, as a sentence. */
export function watchedText(
  { status, handling = {} }: Pick<WatchedSeries, 'status' | 'handling'>,
  now: number,
  timeZone: TimeZone,
): string {
  const handled = handlingTexts(handling, now, (time) => formatClock(time, now, timeZone));
  return [statusText(status, now, timeZone), ...handled].join(', ');
}

/** A status as a sentence. */
export function statusText(status: SeriesStatus, now: number, timeZone: TimeZone): string {
  switch (status.kind) {
    case 'normal':
      return 'Normal';
    case 'anomalous':
      return `Anomalous since ${formatClock(status.since, now, timeZone)}`;
    case 'noData':
      return status.since === undefined ? 'No data' : `No data since ${formatClock(status.since, now, timeZone)}`;
    case 'stale':
      return `Stale: no answer since ${formatClock(status.since, now, timeZone)}`;
    case 'notScored':
      return `Not scored since ${formatClock(status.since, now, timeZone)}`;
    case 'learning':
      return `Learning until ${formatClock(status.until, now, timeZone)}`;
  }
}
