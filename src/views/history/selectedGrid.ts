import { toGrid, type Series } from 'foreband-detector';

import { maskedSeries, type HistorySelection } from './historySelection';
import type { HistoryRows } from './historyRows';

/**
 * The rows for what needs neighbors in time: of a selected time range its own, else all. Samples picked by their size
 * or their hour are no neighbors any more.
 */
export function selectedGrid(
  rows: HistoryRows,
  selection: HistorySelection | undefined,
  mask: Uint8Array | undefined,
  stepMs: number,
): Series {
  if (selection?.kind !== 'time' || mask === undefined || !(stepMs > 0)) {
    return rows.grid;
  }
  return toGrid(maskedSeries(rows.fitted, mask), stepMs);
}

/** Which rows such a view is about, for its title's side. */
export function gridText(selection: HistorySelection | undefined): string {
  return selection?.kind === 'time' ? 'Selected time range' : 'All samples';
}
