import type { FittedModel } from '../../fit/fittedModel.js';
import type { DetectorSettings } from '../../settings/settings.js';

/** Value of `format` in every saved model. */
export const MODEL_FORMAT = 'foreband-model';

/** Version of the shape of a `SavedModel`; `migrateSavedModel` brings older ones up to it. */
export const MODEL_FORMAT_VERSION = 3;

/** A saved model is text of at most so many characters; one of a month at five minutes takes four thousand. */
export const MAX_MODEL_LENGTH = 200_000;

/** Which series a model was fitted to. */
export interface SavedSeries {
  /** Its name in the legend. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** How well the model meets the samples it was fitted to. */
export interface SavedQuality {
  /** Mean absolute error, in the unit of the series. */
  readonly mae: number;
  /** Root of the mean squared error, in the unit of the series. */
  readonly rmse: number;
  /** Mean absolute error as a share of the samples; null where all of them are 0. */
  readonly mape: number | null;
  /** Share of the samples within the interval, 0 to 1. */
  readonly coverage: number;
}

/** Whom to ask for the samples again: a data source and its query, as a dashboard stores them. */
export interface SavedSource {
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * A fitted model as it is stored: in the options of a panel, in the app's list, in the browser and in files. Plain JSON but
 * for `key` and `origin`, which belong to the place where it is read.
 */
export interface SavedModel extends FittedModel {
  readonly format: typeof MODEL_FORMAT;
  readonly version: typeof MODEL_FORMAT_VERSION;
  /** Tells models of a list apart; stays when the model is renamed or refitted. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly series: SavedSeries;
  /** Grafana's unit of the samples; null where none was set. */
  readonly unit: string | null;
  /** The settings it was fitted and scored with, its threshold included. */
  readonly settings: DetectorSettings;
  /** Null where it was not measured. */
  readonly quality: SavedQuality | null;
  /** Null where nobody can be asked again: a file, or a transformed series. */
  readonly source: SavedSource | null;
  /** The parameters of the Explore page's address that choose its samples; null where it was saved elsewhere. */
  readonly explored: Readonly<Record<string, string>> | null;
}
