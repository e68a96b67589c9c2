import type { ExtraColumns } from '../history/history.js';
import { conditionColumn, regressorColumn, type RowChoice } from '../history/extraColumns.js';
import type { Mode, ResolvedOptions } from '../options/prophetOptions.js';
import { holidayValues, type HolidayColumn, type HolidayRows } from './holidayColumns.js';
import { standardized, type FittedRegressor } from './regressor.js';
import type { Seasonality } from './seasonality.js';
import { stepColumn } from './stepColumn.js';

/** Features that join the trend in a model, in the order of the coefficients; the steps of the options come after them. */
export interface Features {
  readonly seasonalities: readonly Seasonality[];
  readonly holidays: readonly HolidayColumn[];
  readonly regressors: readonly FittedRegressor[];
}

/** A feature, or the features of one seasonality, at given rows. */
export interface Term {
  /** Name of the component it belongs to. */
  readonly component: string;
  readonly kind: 'seasonality' | 'holiday' | 'regressor' | 'step';
  readonly mode: Mode;
  readonly priorScale: number;
  /** Period in ms of a Fourier sum; 0 where the term is its column. */
  readonly periodMs: number;
  readonly fourierOrder: number;
  /**
   * A value for each row, or null: for a Fourier sum where it holds (everywhere, without a column), else the feature
   * itself (nowhere, without a column).
   */
  readonly column: Float64Array | null;
}

/** Rows at which terms are wanted. */
export interface TermRows extends HolidayRows, RowChoice {
  readonly extra: ExtraColumns;
}

/** Coefficients of a term. */
export function coefficientCount({ periodMs, fourierOrder }: Pick<Term, 'periodMs' | 'fourierOrder'>): number {
  return periodMs > 0 ? 2 * fourierOrder : 1;
}

/**
 * The terms of a model at given rows.
 * @throws RangeError for a missing or bad column.
 */
export function termsAt(features: Features, options: ResolvedOptions, rows: TermRows): readonly Term[] {
  return [
    ...features.seasonalities.map((seasonality) => seasonalTerm(seasonality, rows)),
    ...features.holidays.map((column) => ({
      ...plain(column.name, 'holiday', options.holidaysMode, column.priorScale),
      column: holidayValues(column, options.holidays, rows),
    })),
    ...features.regressors.map((regressor) => ({
      ...plain(regressor.name, 'regressor', regressor.mode, regressor.priorScale),
      column: standardized(regressor, regressorColumn(regressor.name, rows.extra.regressors, rows)),
    })),
    ...options.steps.map(({ name, time, priorScale }) => ({
      ...plain(name, 'step', 'additive', priorScale),
      column: stepColumn(time, rows.time),
    })),
  ];
}

function seasonalTerm(seasonality: Seasonality, rows: TermRows): Term {
  const { name, periodMs, fourierOrder, priorScale, mode, conditionName } = seasonality;
  const column = conditionName === null ? null : conditionColumn(conditionName, rows.extra.conditions, rows);
  return { component: name, kind: 'seasonality', mode, priorScale, periodMs, fourierOrder, column };
}

function plain(component: string, kind: Term['kind'], mode: Mode, priorScale: number): Omit<Term, 'column'> {
  return { component, kind, mode, priorScale, periodMs: 0, fourierOrder: 0 };
}
