import { fBetaOf, numberText, percentText, type SweepRow } from 'foreband-detector';

import type { FigureTable } from '../download/csvText';

/** Rates of events over the threshold multiplier. Columns of one length. */
export interface SweepCurves {
  readonly multipliers: Float64Array;
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  /** F-beta of the goal; F1 where the goal is another. */
  readonly fBeta: Float64Array;
  /** The reader's name of the last. */
  readonly fName: string;
}

export function sweepCurves(sweep: readonly SweepRow[], beta: number): SweepCurves {
  const column = (read: (row: SweepRow) => number) => Float64Array.from(sweep, read);
  return {
    multipliers: column(({ thresholdMultiplier }) => thresholdMultiplier),
    precision: column(({ events }) => events.precision),
    recall: column(({ events }) => events.recall),
    fBeta: column(({ events }) => fBetaOf(events.nFound, events.nFalse, events.nMissed, beta)),
    fName: beta === 1 ? 'F1' : `F${numberText(beta)}`,
  };
}

/** One threshold in words. */
export function sweepText({ thresholdMultiplier, events }: SweepRow): string {
  return `${numberText(thresholdMultiplier)}: precision ${percentText(events.precision)}, recall ${percentText(events.recall)}, ${numberText(events.falseEventsPerDay * 7)} false events a week`;
}

/** Every threshold as figures. */
export function sweepTable(sweep: readonly SweepRow[], { fBeta, fName }: SweepCurves): FigureTable {
  return {
    headings: ['multiplier', 'score', 'precision', 'recall', fName, 'found', 'missed', 'false', 'false events a day'],
    rows: sweep.map(({ thresholdMultiplier, threshold, events }, index) => [
      thresholdMultiplier,
      threshold,
      events.precision,
      events.recall,
      fBeta[index],
      events.nFound,
      events.nMissed,
      events.nFalse,
      events.falseEventsPerDay,
    ]),
  };
}
