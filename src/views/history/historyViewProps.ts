import type { Series } from 'foreband-detector';

import type { PlotSize } from '../plot/plotFrame';

import type { HistoryRows } from './historyRows';
import type { HistorySelection } from './historySelection';
import type { HistorySubject } from './historySubject';

/** What every view of a history is given. */
export interface HistoryViewProps extends PlotSize {
  readonly subject: HistorySubject;
  readonly rows: HistoryRows;
  /** What is selected in any of the views. */
  readonly selection: HistorySelection | undefined;
  /** 1 for the rows that are selected; undefined while nothing is. */
  readonly mask: Uint8Array | undefined;
  /** The rows for what needs neighbours in time: of a selected time range its own, else all, on a grid. */
  readonly grid: Series;
  readonly onSelect: (selection: HistorySelection | undefined) => void;
}
