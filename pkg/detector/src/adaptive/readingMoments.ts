import type { AdaptiveWindows } from './adaptiveWindows.js';
import { dayAt, slotAt, type DayRows, type LocalTime } from './dayRows.js';

/** A moment at which the rows before are looked back on. */
export interface ReadingMoment {
  /** Rows before this one count. */
  readonly row: number;
  /** Its time, epoch milliseconds. */
  readonly time: number;
  /** Rows since the series began. */
  readonly age: number;
  /** The day that it is, since 1970-01-01. */
  readonly day: number;
  /** Slots from this one on are those of the day, those before it of the next: 0 but at the end. */
  readonly firstSlot: number;
  /** Whether a day has ended since the last sample before. */
  readonly isNewDay: boolean;
  /** Rows before this one count for what recurs: in a young series all, later those before the day. */
  readonly recurringEnd: number;
  /** Whether what is usual is read, and not only what recurs. */
  readonly isReading: boolean;
}

/** The rows of a series, as far as their times go. */
export interface TimedRows {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** NaN where there is no sample. */
  readonly residual: Float64Array;
  /** The first row with a sample; as many as there are rows if none has one. */
  readonly first: number;
  readonly dayRows: DayRows;
}

/** When the state is read: before the first sample of every day, and every hour while the series is young. */
export function readingMoments(
  { time, residual, first, dayRows: { day } }: TimedRows,
  { hour, young }: AdaptiveWindows,
): readonly ReadingMoment[] {
  const moments: ReadingMoment[] = [];
  let last = first;
  let midnight = 0;
  for (let row = first + 1; row < time.length; row++) {
    const age = row - first;
    const isKnown = !Number.isNaN(residual[row]);
    const isNewDay = isKnown && day[row] > day[last];
    const isHour = isKnown && age < young && age % hour === 0;
    midnight = isNewDay ? row : midnight;
    if (isNewDay || isHour || age === young) {
      const recurringEnd = age < young ? row : midnight;
      const isReading = isNewDay || isHour;
      moments.push({ row, time: time[row], age, day: day[row], firstSlot: 0, isNewDay, recurringEnd, isReading });
    }
    last = isKnown ? row : last;
  }
  return moments;
}

/** The moment after the last row, at which the state of a model is read that was trained on the rows. */
export function momentAtEnd(
  { time, residual, first, dayRows }: TimedRows,
  stepMs: number,
  localTime: LocalTime,
): ReadingMoment {
  const nRows = time.length;
  const end = nRows === 0 ? 0 : time[nRows - 1] + stepMs;
  const day = dayAt(localTime(end));
  const last = residual.findLastIndex((value) => !Number.isNaN(value));
  return {
    row: nRows,
    time: end,
    age: nRows - first,
    day,
    firstSlot: slotAt(localTime(end), stepMs),
    isNewDay: last >= 0 && day > dayRows.day[last],
    recurringEnd: nRows,
    isReading: true,
  };
}
