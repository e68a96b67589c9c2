import type ICAL from 'ical.js';

type Recur = InstanceType<typeof ICAL.Recur>;

type Parts = Readonly<Partial<Record<string, ReadonlyArray<string | number>>>>;

const known: ReadonlySet<string> = new Set(['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS']);

const MAX_INTERVAL = 1000;

function isOrdinal(day: string | number): boolean {
  return /\d/.test(String(day));
}

/** Whether days of the month are those that every month has. */
function isInEveryMonth(days: ReadonlyArray<string | number> = []): boolean {
  return days.every((day) => Math.abs(Number(day)) <= 28);
}

/** Whether a rule counts days alone, or days of the week. */
function isOfPlainDays({ BYDAY, BYMONTHDAY, BYSETPOS }: Parts): boolean {
  return BYMONTHDAY === undefined && BYSETPOS === undefined && !BYDAY?.some(isOrdinal);
}

function isEvery({ freq, interval }: Recur, parts: Parts): boolean {
  const isInAnyMonth = parts.BYMONTH === undefined;
  switch (freq) {
    case 'DAILY':
      return isOfPlainDays(parts) && (interval === 1 || (parts.BYDAY === undefined && isInAnyMonth));
    case 'WEEKLY':
      return isOfPlainDays(parts) && isInAnyMonth;
    case 'MONTHLY':
      // Every twelfth month is the same one, which may never have such a day.
      return isInAnyMonth && (interval % 12 !== 0 || isInEveryMonth(parts.BYMONTHDAY));
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
