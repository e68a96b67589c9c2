import type { AdaptiveState } from 'foreband-detector';
import type { FoundPeriod, Model, Stretch } from 'prophet-wasm';

import type { FitSettings } from '../settings/settings.js';

/**
 * Where a fitted model comes from:
 * - `fitted`: here and now, from the samples at hand;
 * - `carried`: a frame brought it along, from the query that fitted it;
 * - `pinned`: the options of a panel;
 * - `cached`: this browser, which stored it at an earlier visit;
 * - `opened`: the app's list of models, or a file.
 */
export type ModelOrigin = 'fitted' | 'carried' | 'pinned' | 'cached' | 'opened';

/** The samples a model was fitted to, without the samples. */
export interface TrainingRange {
  /** First and last sample, epoch ms. */
  readonly start: number;
  readonly end: number;
  /** How many there were, those excluded from the fit included. */
  readonly nSamples: number;
  /** Differs, but for chance, for other times or values. Empty where the samples are not known. */
  readonly fingerprint: string;
}

/** Findings of an adaptive fit besides the model. */
export interface AdaptivePart {
  /** Usual sizes and times, as the score needs them: read at the end of the training. */
  readonly state: AdaptiveState;
  /** Past incidents: stretches that are excluded from the fit, since the level was away and came back within three days. */
  readonly blocks: readonly Stretch[];
  /** Stretches in which the level went away too slowly for a step. */
  readonly drifts: readonly Stretch[];
  /** Another period that the series seems to have; null for none. */
  readonly period: FoundPeriod | null;
}

/** An evaluation in a few figures. Shares are 0 to 1, NaN where nothing tells. */
export interface EvaluationFigures {
  /** Epoch ms. */
  readonly evaluatedAt: number;
  /** Whether the model itself was evaluated, or models that were fitted to parts of the samples with its settings. */
  readonly subject: 'model' | 'settings';
  /** First and last sample that was scored, epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly nSamples: number;
  readonly thresholdMultiplier: number;
  /** Of samples. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Area under the receiver operating characteristic, of samples. */
  readonly auc: number;
  readonly eventPrecision: number;
  readonly eventRecall: number;
  /** Mean absolute error of the forecast as a share of the samples. */
  readonly mape: number;
  /** Share of the samples that is flagged. */
  readonly anomalyRate: number;
}

/** A fitted model with all that its forecasts, its scores and its readers need, but no samples. */
export interface FittedModel {
  /** Differs, but for chance, between two models that forecast differently; the same for a model and what was saved of it. */
  readonly key: string;
  readonly origin: ModelOrigin;
  /** When it was fitted, epoch ms. */
  readonly created: number;
  readonly model: Model;
  /** How many samples were excluded from the fit as outliers. */
  readonly nExcluded: number;
  /** The forecast's interval is this many times as wide as the model's own: 1 or more. */
  readonly intervalFactor: number;
  /** State of its score; null for a classic one, which needs none. */
  readonly adaptive: AdaptivePart | null;
  readonly training: TrainingRange;
  /** The settings it was fitted with. */
  readonly settings: FitSettings;
  /** How well it detected when it was evaluated last; null where it never was. */
  readonly evaluation: EvaluationFigures | null;
}

/** Parts of a fitted model that a forecast takes. */
export type Forecastable = Pick<FittedModel, 'key' | 'model' | 'intervalFactor'>;

/** Whether a model was fitted before, to samples of its own: nothing is fitted for a series that has one. */
export function isStored({ origin }: Pick<FittedModel, 'origin'>): boolean {
  return origin === 'pinned' || origin === 'cached' || origin === 'opened';
}
