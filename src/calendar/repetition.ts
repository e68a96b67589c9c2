import type ICAL from 'ical.js';

type Recur = InstanceType<typeof ICAL.Recur>;

type Parts = Readonly<Partial<Record<string, ReadonlyArray<string | number>>>>;

const known: ReadonlySet<string> = new Set(['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS']);

const MAX_INTERVAL = 1000;

function isEvery({ freq, interval }: Recur, parts: Parts): boolean {
  const has = (part: string) => parts[part] !== undefined;
  const isOrdinal = (parts.BYDAY ?? []).some((day) => /\d/.test(String(day)));
  switch (freq) {
    case 'DAILY':
      return (
        !has('BYMONTHDAY') && !has('BYSETPOS') && !isOrdinal && (interval === 1 || !(has('BYDAY') || has('BYMONTH')))
      );
    case 'WEEKLY':
      return !has('BYMONTHDAY') && !has('BYSETPOS') && !has('BYMONTH') && !isOrdinal;
    case 'MONTHLY':
      // Every twelfth month is the same one, which may never have such a day.
      return (
        !has('BYMONTH') && (interval % 12 !== 0 || (parts.BYMONTHDAY ?? []).every((day) => Math.abs(Number(day)) <= 28))
      );
    case 'YEARLY':
      return true;
    default:
      return false;
  }
}

/**
 * Whether a rule is of a kind that is sure to come to an end of its search: the parser looks for ever for the 30th of
 * February, so rules beyond what calendars write are refused.
 */
export function isRepetition(rule: Recur): boolean {
  const { parts } = rule;
  const isWithinParts = Object.keys(parts).every((part) => known.has(part));
  return isWithinParts && rule.interval >= 1 && rule.interval <= MAX_INTERVAL && isEvery(rule, parts);
}
