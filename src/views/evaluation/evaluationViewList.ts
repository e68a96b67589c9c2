export type EvaluationViewId =
  | 'detection'
  | 'events'
  | 'sweep'
  | 'confusion'
  | 'roc'
  | 'precisionRecall'
  | 'coverage'
  | 'forecast'
  | 'kinds'
  | 'report';

/** A view as it is offered. */
export interface EvaluationViewOffer {
  readonly id: EvaluationViewId;
  readonly title: string;
  /** Whether it takes a row of its own. */
  readonly isWide: boolean;
}

/** Every view, in the order in which they are shown. */
export const evaluationViewList: readonly EvaluationViewOffer[] = [
  { id: 'detection', title: 'Detection', isWide: true },
  { id: 'events', title: 'Events', isWide: true },
  { id: 'sweep', title: 'Thresholds', isWide: false },
  { id: 'kinds', title: 'Kinds and severities', isWide: false },
  { id: 'confusion', title: 'Points', isWide: false },
  { id: 'report', title: 'Report', isWide: false },
  { id: 'roc', title: 'ROC', isWide: false },
  { id: 'precisionRecall', title: 'Precision and recall', isWide: false },
  { id: 'coverage', title: 'Coverage', isWide: false },
  { id: 'forecast', title: 'Forecast', isWide: false },
];
