import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DataFrame } from '@grafana/data';

/**
 * A frame that Foreband's first release (commit 443029f) made, as a snapshot stores it: a day of hourly samples scored
 * with a model of the 15 days before 2026-05-20, one anomaly at noon, a sample missing after it.
 */
export function firstReleaseFrame(): DataFrame {
  const frame: unknown = JSON.parse(readFileSync(join(__dirname, 'firstReleaseFrame.json'), 'utf8'));
  return frame as DataFrame;
}
