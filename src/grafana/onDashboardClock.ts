import type { TimeZone } from '@grafana/data';

import { DASHBOARD_ZONE, type DetectorSettings } from 'foreband-engine';

import { timeZoneName } from './timeZoneName';

/** The settings with a time zone that can be computed with: the dashboard's own in place of the word for it. */
export function onDashboardClock(settings: DetectorSettings, timeZone: TimeZone): DetectorSettings {
  return settings.timeZone === DASHBOARD_ZONE ? { ...settings, timeZone: timeZoneName(timeZone) } : settings;
}
