import { checkFields, checkObject } from '../checkShape.js';
import { invalid } from '../invalid.js';
import { MAX_Y } from '../options/limits.js';
import { parseList } from '../options/parseFields.js';
import type { Recurring, RecurringEdge, WeeklyValues } from './recurring.js';
import { DAY_MS } from './weekTable.js';

/** The shortest slot: a week of them is a table to be made for every forecast. */
const LEAST_SLOT_MS = 1000;

/**
 * Checks what returns, as a caller or a file gives it.
 * @throws RangeError naming the field, its value and what is allowed.
 */
export function parseRecurring(value: Recurring): Recurring {
  checkObject('recurring', value, 'an object with slotMs, runs and edges');
  checkFields('field of recurring', value, ['slotMs', 'runs', 'edges']);
  const { slotMs } = value;
  if (typeof slotMs !== 'number' || !(slotMs >= LEAST_SLOT_MS) || !Number.isInteger(DAY_MS / slotMs)) {
    throw invalid(
      'recurring.slotMs',
      slotMs,
      `milliseconds, at least ${LEAST_SLOT_MS}, of which a whole number makes a day`,
    );
  }
  return {
    slotMs,
    runs: parseList('recurring.runs', value.runs, (run, i) => {
      const at = `recurring.runs[${i}]`;
      checkObject(at, run, 'an object with weekdays, startMs and values');
      checkFields(`field of ${at}`, run, ['weekdays', 'startMs', 'values']);
      return parseValues(at, run, slotMs, -MAX_Y);
    }),
    edges: parseList('recurring.edges', value.edges, (edge, i) => parseEdge(`recurring.edges[${i}]`, edge, slotMs)),
  };
}

function parseEdge(at: string, edge: RecurringEdge, slotMs: number): RecurringEdge {
  checkObject(at, edge, 'an object with side, weekdays, startMs and values');
  checkFields(`field of ${at}`, edge, ['side', 'weekdays', 'startMs', 'values']);
  const { side } = edge;
  if (side !== 'above' && side !== 'below') {
    throw invalid(`${at}.side`, side, 'above or below');
  }
  return { side, ...parseValues(at, edge, slotMs, 0) };
}

function parseValues(
  at: string,
  { weekdays, startMs, values }: WeeklyValues,
  slotMs: number,
  least: number,
): WeeklyValues {
  const days = parseList(`${at}.weekdays`, weekdays, (day, i) => {
    if (!Number.isInteger(day) || day < 1 || day > 7 || (i > 0 && day <= weekdays[i - 1])) {
      throw invalid(`${at}.weekdays[${i}]`, day, 'a day from 1 (Monday) to 7, ascending');
    }
    return day;
  });
  if (typeof startMs !== 'number' || !(startMs >= 0 && startMs < DAY_MS) || !Number.isInteger(startMs / slotMs)) {
    throw invalid(`${at}.startMs`, startMs, `a multiple of ${slotMs} ms within a day`);
  }
  const most = (7 * DAY_MS) / slotMs;
  const checked = parseList(`${at}.values`, values, (value, i) => {
    if (typeof value !== 'number' || !(value >= least && value <= MAX_Y)) {
      throw invalid(`${at}.values[${i}]`, value, `a number from ${least} to ${MAX_Y}`);
    }
    return value;
  });
  if (days.length === 0 || checked.length === 0 || checked.length > most) {
    throw invalid(
      at,
      `${days.length} weekdays, ${checked.length} values`,
      `at least one weekday, and 1 to ${most} values`,
    );
  }
  return { weekdays: days, startMs, values: checked };
}
