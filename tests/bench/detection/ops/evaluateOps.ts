import { type AlarmCounts, countAlarms } from '../counts/countAlarms';
import type { OpsKind } from './opsKinds';
import type { OpsSeries } from './opsSeries';
import type { WalkedRows } from '../walk/walk';

const MINUTE_MS = 60_000;
/** A page from so long before to so long after an event finds it. */
const BEFORE_MS = 10 * MINUTE_MS;
const AFTER_MS = 30 * MINUTE_MS;

/** A detector on one series of a kind. */
export interface OpsResult extends AlarmCounts {
  /** Whether all that is wanted on the kind was reached. */
  readonly isMet: boolean;
}

/** Counts what was found, and what was false; the second page of an incident is no second alarm. */
export function evaluateOps({ wanted }: OpsKind, { events }: OpsSeries, { pages }: WalkedRows): OpsResult {
  const alarms = pages.filter(({ isFirst }) => isFirst).map(({ time }) => time);
  const counts = countAlarms(
    alarms,
    events.map(({ start, end }) => ({ start: start - BEFORE_MS, end: end + AFTER_MS })),
  );
  return { ...counts, isMet: counts.nFound >= wanted.nFound && counts.nFalse <= wanted.nFalse };
}
