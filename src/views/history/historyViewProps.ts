import type { Series } from 'foreband-detector';

import type { PlotSize } from '../plot/plotFrame';

import type { HistoryRows } from './historyRows';
import type { HistorySelection } from './historySelection';
import type { HistorySubject } from './historySubject';

/** The props of every view of a history. */
export interface HistoryViewProps extends PlotSize {
  readonly subject: HistorySubject;
  readonly rows: HistoryRows;
  /** The selection made in any of the views. */
  readonly selection: HistorySelection | undefined;
  /** 1 for the rows that are selected; undefined while nothing is. */
  readonly mask: Uint8Array | undefined;
  /** The rows for what needs neighbors in time: of a selected time range its own, else all, on a grid. */
  readonly grid: Series;
  readonly onSelect: (selection: HistorySelection | undefined) => void;
}
