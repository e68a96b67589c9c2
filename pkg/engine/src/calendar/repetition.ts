import type ICAL from 'ical.js';

type Recur = InstanceType<typeof ICAL.Recur>;

type Parts = Readonly<Partial<Record<string, ReadonlyArray<string | number>>>>;

const known: ReadonlySet<string> = new Set(['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS']);

const MAX_INTERVAL = 1000;

type Rule = (parts: Parts, interval: number) => boolean;

const hasNone = (parts: Parts, ...names: readonly string[]) => names.every((name) => parts[name] === undefined);

const hasPlainDays = ({ BYDAY = [] }: Parts) => BYDAY.every((day) => !/\d/.test(String(day)));

const hasDaysOfEveryMonth = ({ BYMONTHDAY = [] }: Parts) => BYMONTHDAY.every((day) => Math.abs(Number(day)) <= 28);

const rules: Readonly<Partial<Record<string, Rule>>> = {
  DAILY: (parts, interval) =>
    hasNone(parts, 'BYMONTHDAY', 'BYSETPOS') &&
    hasPlainDays(parts) &&
    (interval === 1 || hasNone(parts, 'BYDAY', 'BYMONTH')),
  WEEKLY: (parts) => hasNone(parts, 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH') && hasPlainDays(parts),
  // Every twelfth month is the same one, which may never have such a day.
  MONTHLY: (parts, interval) => hasNone(parts, 'BYMONTH') && (interval % 12 !== 0 || hasDaysOfEveryMonth(parts)),
  YEARLY: () => true,
};

/**
 * Whether a rule is of a kind that is sure to come to an end of its search: the parser looks for ever for the 30th of
 * February, so rules beyond what calendars write are refused.
 */
export function isRepetition({ parts, interval, freq }: Recur): boolean {
  const isWithinParts = Object.keys(parts).every((part) => known.has(part));
  const isWithinInterval = interval >= 1 && interval <= MAX_INTERVAL;
  return isWithinParts && isWithinInterval && (rules[freq]?.(parts, interval) ?? false);
}
