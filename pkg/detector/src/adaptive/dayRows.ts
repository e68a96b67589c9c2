const DAY = 86_400_000;

/** Turns epoch milliseconds into what a clock on the wall shows, as `createZoneClock` does. */
export type LocalTime = (time: number) => number;

/** The clock of UTC. */
export const utcTime: LocalTime = (time) => time;

/** Where rows stand on the clock. Columns of one length. */
export interface DayRows {
  /** Days since 1970-01-01, on that clock. */
  readonly day: Int32Array;
  /** Steps since its midnight, from 0. */
  readonly slot: Int32Array;
}

/** Fills in the day and the slot of each time. */
export function fillDayRows(time: Float64Array, stepMs: number, localTime: LocalTime, { day, slot }: DayRows): void {
  for (let i = 0; i < time.length; i++) {
    const local = localTime(time[i]);
    day[i] = dayAt(local);
    slot[i] = slotAt(local, stepMs);
  }
}

/** The day in which a local time lies, since 1970-01-01. */
export function dayAt(local: number): number {
  return Math.floor(local / DAY);
}

/** The slot of its day in which a local time lies. */
export function slotAt(local: number, stepMs: number): number {
  return Math.floor((local - Math.floor(local / DAY) * DAY) / stepMs);
}
