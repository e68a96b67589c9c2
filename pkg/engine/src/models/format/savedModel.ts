import type { LearntModel } from '../../fit/learntModel.js';
import type { DetectorSettings } from '../../settings/settings.js';

/** What `format` says in every saved model. */
export const MODEL_FORMAT = 'foreband-model';

/** Version of the shape of a `SavedModel`. */
export const MODEL_FORMAT_VERSION = 1;

/** A saved model is text of at most so many characters; one of a month at five minutes takes four thousand. */
export const MAX_MODEL_LENGTH = 200_000;

/** Which series a model was learnt from. */
export interface SavedSeries {
  /** Its name in the legend. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The readings a model was learnt from, without the readings. */
export interface SavedTraining {
  /** First and last reading, epoch ms. */
  readonly start: number;
  readonly end: number;
  /** How many there were, those left out as outliers included. */
  readonly nReadings: number;
  /** Differs, but for chance, for other times or values. Empty where the readings are not known. */
  readonly fingerprint: string;
}

/** How well the model meets the readings it was learnt from. */
export interface SavedQuality {
  /** Mean absolute error, in the unit of the series. */
  readonly mae: number;
  /** Root of the mean squared error, in the unit of the series. */
  readonly rmse: number;
  /** Mean absolute error as a share of the readings; null where all of them are 0. */
  readonly mape: number | null;
  /** Share of the readings within the interval, 0 to 1. */
  readonly coverage: number;
}

/** Whom to ask for the readings again: a data source and its query, as a dashboard stores them. */
export interface SavedSource {
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly query: Readonly<Record<string, unknown>>;
}

/** A learnt model as it is kept: in the options of a panel, in the app's list, in the browser and in files. Plain JSON. */
export interface SavedModel extends LearntModel {
  readonly format: typeof MODEL_FORMAT;
  readonly version: typeof MODEL_FORMAT_VERSION;
  /** Tells models of a list apart; stays when the model is renamed or learnt anew. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** When it was learnt, epoch ms. */
  readonly created: number;
  readonly series: SavedSeries;
  /** Grafana's unit of the readings; null where none was set. */
  readonly unit: string | null;
  /** Distance between two readings in ms. */
  readonly stepMs: number;
  readonly training: SavedTraining;
  /** The settings it was learnt with. */
  readonly settings: DetectorSettings;
  /** Null where it was not measured. */
  readonly quality: SavedQuality | null;
  /** Null where nobody can be asked again: a file, or a transformed series. */
  readonly source: SavedSource | null;
}
