import type { AdaptiveParameters } from './adaptiveParameters.js';
import type { AdaptiveWindows } from './adaptiveWindows.js';
import type { DayRows } from './dayRows.js';
import { createLargePeaks, raisePeak, takeMedians, type LargePeaks } from './largePeaks.js';
import type { LargeRows } from './largeRows.js';
import type { RecurringBySlot } from './usual.js';

/** Up to where the past counts, and for when it is read. */
export interface RecurringMoment {
  /** Rows before this one count. */
  readonly recurringEnd: number;
  /** The day for which it is read; slots before `firstSlot` are those of the next day. */
  readonly day: number;
  readonly firstSlot: number;
}

/**
 * Reads what recurs at about the same time of day: at each slot, the median over the days before (the higher of two) of
 * the largest deviation within reach. Two days must be known.
 */
export class RecurringReader {
  private readonly above: LargePeaks;
  private readonly below: LargePeaks;
  private readonly nothing: Float64Array;
  private readonly nDays: number;

  /**
   * @param deviation NaN where nothing is measured; read up to a moment's end only.
   * @param largeRows of the deviation.
   * @param first row with a sample.
   */
  constructor(
    private readonly deviation: Float64Array,
    private readonly largeRows: LargeRows,
    private readonly dayRows: DayRows,
    private readonly first: number,
    private readonly windows: AdaptiveWindows,
    { recurringDays }: AdaptiveParameters,
  ) {
    this.above = createLargePeaks(windows.day, recurringDays);
    this.below = createLargePeaks(windows.day, recurringDays);
    this.nothing = new Float64Array(windows.day);
    this.nDays = recurringDays;
  }

  /** @param least only what is larger recurs, in the unit of the series, 0 or more. */
  read(moment: RecurringMoment, least: number): RecurringBySlot {
    const { first, nDays } = this;
    const { day, hour, recurringReach } = this.windows;
    const end = moment.recurringEnd;
    if (end - first < 2 * day) {
      return { above: this.nothing, below: this.nothing };
    }
    // An hour more, for where the clock has changed: what is too old is left out by its day.
    this.largeRows.visit(Math.max(first, end - nDays * day - recurringReach - hour), least, (row) => {
      if (row < end) {
        this.spread(row, moment);
      }
    });
    const nKnown = (slot: number) => this.knownDays(slot, moment);
    return { above: takeMedians(this.above, nKnown), below: takeMedians(this.below, nKnown) };
  }

  private spread(row: number, { day, firstSlot }: RecurringMoment): void {
    const { deviation, nDays } = this;
    const { slot, day: dayOf } = this.dayRows;
    const { recurringReach } = this.windows;
    const peaks = deviation[row] > 0 ? this.above : this.below;
    const size = Math.abs(deviation[row]);
    const to = Math.min(row + recurringReach, deviation.length - 1);
    for (let near = Math.max(row - recurringReach, this.first + recurringReach); near <= to; near++) {
      const back = (slot[near] < firstSlot ? day + 1 : day) - dayOf[near];
      if (back >= 1 && back <= nDays) {
        raisePeak(peaks, slot[near], back, size);
      }
    }
  }

  /** On how many of the days before a slot has been seen, with all that lies within reach of it. */
  private knownDays(slot: number, { day, firstSlot }: RecurringMoment): number {
    const { dayRows, first, nDays } = this;
    const known = Math.min(first + this.windows.recurringReach, dayRows.day.length - 1);
    const since = (slot < firstSlot ? day + 1 : day) - dayRows.day[known] - (slot < dayRows.slot[known] ? 1 : 0);
    return Math.max(0, Math.min(nDays, since));
  }
}
