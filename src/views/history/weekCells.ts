/** A cell of the week: its day, Monday 0, and its hour. */
export interface WeekCell {
  readonly day: number;
  readonly hour: number;
}

/** Hour of the week of a cell, 0 to 167. */
export function indexOfCell({ day, hour }: WeekCell): number {
  return day * 24 + hour;
}

/** Hours of the week between two cells, corners included, as a rectangle of days and hours. */
export function hoursBetween(one: WeekCell, other: WeekCell): ReadonlySet<number> {
  const hours = new Set<number>();
  for (let day = Math.min(one.day, other.day); day <= Math.max(one.day, other.day); day++) {
    for (let hour = Math.min(one.hour, other.hour); hour <= Math.max(one.hour, other.hour); hour++) {
      hours.add(indexOfCell({ day, hour }));
    }
  }
  return hours;
}

/** The cell that an arrow key moves to; undefined for other keys. */
export function movedCell({ day, hour }: WeekCell, key: string): WeekCell | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { day, hour: Math.max(0, hour - 1) };
    case 'ArrowRight':
      return { day, hour: Math.min(23, hour + 1) };
    case 'ArrowUp':
      return { day: Math.max(0, day - 1), hour };
    case 'ArrowDown':
      return { day: Math.min(6, day + 1), hour };
    default:
      return undefined;
  }
}

/** Whether two selections of hours are the same. */
export function isSameHours(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return left.size === right.size && [...left].every((hour) => right.has(hour));
}

/** Days of the week that hold any of these hours, as hours of a day: what of a daily cycle is selected. */
export function hoursOfDay(hours: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...hours].map((hour) => hour % 24));
}
