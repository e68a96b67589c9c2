export type HistoryViewId =
  | 'series'
  | 'distribution'
  | 'week'
  | 'components'
  | 'decomposition'
  | 'autocorrelation'
  | 'statistics'
  | 'stationarity'
  | 'periods';

/** A view as it is offered. */
export interface HistoryViewOffer {
  readonly id: HistoryViewId;
  readonly title: string;
  /** Whether it takes a row of its own. */
  readonly isWide: boolean;
}

/** Every view, in the order in which they are shown. */
export const historyViewList: readonly HistoryViewOffer[] = [
  { id: 'series', title: 'Series', isWide: true },
  { id: 'distribution', title: 'Distribution', isWide: false },
  { id: 'week', title: 'Hour by weekday', isWide: false },
  { id: 'statistics', title: 'Statistics', isWide: false },
  { id: 'components', title: 'Components of the model', isWide: true },
  { id: 'decomposition', title: 'Decomposition', isWide: true },
  { id: 'autocorrelation', title: 'Autocorrelation', isWide: false },
  { id: 'stationarity', title: 'Stationarity', isWide: false },
  { id: 'periods', title: 'Periods', isWide: false },
];
