import type { Model } from 'prophet-wasm';

/** A fitted model, and what its forecasts need besides. */
export interface LearntModel {
  readonly model: Model;
  /** How many readings were left out of the learning as outliers. */
  readonly nLeftOut: number;
  /** The forecast's interval is this many times as wide as the model's own: 1 or more. */
  readonly intervalFactor: number;
}
