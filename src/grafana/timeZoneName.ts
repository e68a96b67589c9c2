import type { TimeZone } from '@grafana/data';

/** The IANA name behind one of Grafana's time zones: the browser's own for `browser`, and where none is given. */
export function timeZoneName(timeZone: TimeZone): string {
  if (timeZone === '' || timeZone === 'browser') {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  return timeZone === 'utc' ? 'UTC' : timeZone;
}
