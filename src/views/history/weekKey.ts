import { hoursBetween, indexOfCell, movedCell, type WeekCell } from './weekCells';

/** Where the keyboard stands in the week. */
export interface WeekState {
  /** The cell it is on. */
  readonly cursor: WeekCell;
  /** Where a rectangle that Shift draws began. */
  readonly corner: WeekCell | undefined;
  /** The selection. */
  readonly hours: ReadonlySet<number> | undefined;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

function toggled({ cursor, hours }: WeekState): ReadonlySet<number> | undefined {
  const hour = indexOfCell(cursor);
  return hours?.size === 1 && hours.has(hour) ? undefined : new Set([hour]);
}

/**
 * The effect of a key: arrows move, with Shift they select a rectangle, Enter and the space bar select the cell or take
 * it back, Escape selects nothing. Undefined for keys that do nothing.
 */
export function weekKey({ key, shiftKey }: Key, state: WeekState): WeekState | undefined {
  const { cursor, corner, hours } = state;
  const moved = movedCell(cursor, key);
  if (moved !== undefined) {
    const from = shiftKey ? (corner ?? cursor) : undefined;
    return { cursor: moved, corner: from, hours: from === undefined ? hours : hoursBetween(from, moved) };
  }
  if (key === 'Enter' || key === ' ') {
    return { cursor, corner: undefined, hours: toggled(state) };
  }
  return key === 'Escape' && hours !== undefined ? { cursor, corner: undefined, hours: undefined } : undefined;
}
