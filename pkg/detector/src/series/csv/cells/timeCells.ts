import type { CsvAnswers, DayOrder, TimestampFormat } from '../csvContent.js';
import { invalidLine, quoted } from '../invalidLine.js';

import { growingNumbers } from './growingColumn.js';
import { parseLocalTime, type LocalTime } from './parseLocalTime.js';
import { epochUnitOf, parseEpoch, parseIso8601 } from './parseTimestamp.js';

const DAY_MS = 86_400_000;

// From 1970 to the end of 2199.
const LAST_TIME = Date.UTC(2200, 0, 1);

const A_TIME =
  'ISO 8601 such as 2026-01-05T10:00:00Z, a date such as 1/5/2026 10:00 AM or 05.01.2026 10:00, or seconds or milliseconds since 1970; from 1970 to 2199, all rows alike';

const ZONE = /(Z|UTC|GMT|:\d{2}([.,]\d+)?\s?[+-]\d{2}(:?\d{2})?)$/i;

/** The order of day and month in a file's dates, and how sure it is. */
export interface DayOrderDecision {
  readonly order: DayOrder;
  /** How sure that is: proven by a date, by how the rows follow one another, said by an answer, or not at all. */
  readonly basis: 'proof' | 'answer' | 'guess';
}

/**
 * The times of a file as they come. How they are written is decided by the first; the order of day and month by all.
 */
export class TimeCells {
  count = 0;
  /** Whether dates have points, as in countries with decimal commas. */
  hasDottedDates = false;
  /** Whether the times say how far they are from UTC. */
  hasZone = true;

  private kind: 'iso' | 'local' | 'epoch' | undefined;
  private readonly moments = growingNumbers();
  private readonly monthFirst = growingNumbers();
  // The first line at which an order gave no date.
  private readonly failed: Partial<Record<DayOrder, number>> = {};
  private hasHalves = false;
  private largest = 0;
  private largestLine = 0;

  /**
   * @throws RangeError that names the line, for anything that is no time, and for one that is written unlike those
   * before.
   */
  add(text: string, line: number): void {
    this.kind ??= this.kindOf(text);
    const local = this.kind === 'local' ? parseLocalTime(text) : undefined;
    const moment = local === undefined ? this.momentOf(text) : this.addLocal(local, text, line);
    if (!(moment >= 0) || (this.kind !== 'epoch' && moment >= LAST_TIME)) {
      throw invalidLine(line, `invalid timestamp: ${quoted(text)}`, A_TIME);
    }
    if (moment > this.largest) {
      this.largest = moment;
      this.largestLine = line;
    }
    this.moments.set(this.count, local?.dayFirst ?? moment);
    this.count++;
  }

  /** The times in one order of day and month, which only matters where that was open. */
  inOrder(order: DayOrder): Float64Array {
    const column = this.kind === 'local' && order === 'monthFirst' ? this.monthFirst : this.moments;
    return column.first(this.count);
  }

  /** Epoch milliseconds of every row, and how they were written. */
  read(order: DayOrder): { readonly time: Float64Array; readonly format: TimestampFormat } {
    if (this.kind !== 'epoch') {
      const isYearFirst = this.kind === 'iso' || this.areAlike();
      return { time: this.inOrder(order), format: isYearFirst ? 'iso8601' : order };
    }
    const format = epochUnitOf(this.largest);
    if (format === 'epochMilliseconds' && this.largest >= LAST_TIME) {
      throw invalidLine(this.largestLine, `invalid timestamp: ${this.largest}`, A_TIME);
    }
    const scale = format === 'epochSeconds' ? 1000 : 1;
    return { time: this.moments.first(this.count).map((moment) => Math.round(moment * scale)), format };
  }

  /** Decides the order of day and month from all dates. */
  decideOrder(answer: CsvAnswers['dayOrder']): DayOrderDecision {
    if (this.kind !== 'local' || this.failed.monthFirst !== undefined || this.areAlike()) {
      return { order: 'dayFirst', basis: 'proof' };
    }
    const continuous = this.failed.dayFirst === undefined ? this.continuousOrder() : 'monthFirst';
    if (continuous !== undefined) {
      return { order: continuous, basis: 'proof' };
    }
    return answer === undefined
      ? { order: this.hasHalves ? 'monthFirst' : 'dayFirst', basis: 'guess' }
      : { order: answer, basis: 'answer' };
  }

  private kindOf(text: string): 'iso' | 'local' | 'epoch' {
    const isIso = !Number.isNaN(parseIso8601(text));
    const isLocal = !isIso && parseLocalTime(text) !== undefined;
    this.hasDottedDates = isLocal && /^\d{1,2}\./.test(text);
    this.hasZone = !(isIso || isLocal) || ZONE.test(text);
    this.hasHalves = isLocal && /m\.?$/i.test(text);
    return isIso ? 'iso' : isLocal ? 'local' : 'epoch';
  }

  private momentOf(text: string): number {
    return this.kind === 'iso' ? parseIso8601(text) : this.kind === 'epoch' ? parseEpoch(text) : NaN;
  }

  // The time by an order that is still possible.
  private addLocal({ dayFirst, monthFirst }: LocalTime, text: string, line: number): number {
    const isWrong = { dayFirst: Number.isNaN(dayFirst), monthFirst: Number.isNaN(monthFirst) };
    for (const order of ['dayFirst', 'monthFirst'] as const) {
      if (isWrong[order]) {
        this.failed[order] ??= line;
      }
    }
    const isContradiction = this.failed.dayFirst !== undefined && this.failed.monthFirst !== undefined;
    if (isContradiction && !(isWrong.dayFirst && isWrong.monthFirst)) {
      const order = isWrong.dayFirst ? 'day' : 'month';
      throw invalidLine(line, `invalid timestamp: ${quoted(text)}`, `the ${order} first, as in the rows before`);
    }
    this.monthFirst.set(this.count, monthFirst);
    return this.failed.dayFirst === undefined ? dayFirst : monthFirst;
  }

  private areAlike(): boolean {
    const [one, other] = [this.inOrder('dayFirst'), this.inOrder('monthFirst')];
    return one.every((moment, row) => moment === other[row]);
  }

  // Rows less than a day apart that go on from one day to the next in one order jump by months in the other.
  private continuousOrder(): DayOrder | undefined {
    const [day, month] = [countSteps(this.inOrder('dayFirst')), countSteps(this.inOrder('monthFirst'))];
    const nShort = Math.min(day.nShort, month.nShort);
    if (2 * nShort < this.count - 1) {
      return undefined;
    }
    return 4 * day.nJumps < month.nJumps ? 'dayFirst' : 4 * month.nJumps < day.nJumps ? 'monthFirst' : undefined;
  }
}

function countSteps(time: Float64Array): { readonly nShort: number; readonly nJumps: number } {
  let nShort = 0;
  let nJumps = 0;
  for (let row = 1; row < time.length; row++) {
    const step = Math.abs(time[row] - time[row - 1]);
    nShort += step < DAY_MS ? 1 : 0;
    nJumps += step > 2 * DAY_MS ? 1 : 0;
  }
  return { nShort, nJumps };
}
