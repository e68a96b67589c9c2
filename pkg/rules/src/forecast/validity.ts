import type { FittedModel } from 'foreband-engine';

const DAY_MS = 86_400_000;

/** Rules are valid for so long after the training of their model, milliseconds: 7 days. */
export const VALID_AFTER_MS = 7 * DAY_MS;

/** And for so long before its end, for tests on the last days of the training, milliseconds: 3 days. */
const VALID_BEFORE_MS = 3 * DAY_MS;

/** When a compiled forecast is the model's; epoch ms, the end not included. */
export interface Validity {
  readonly start: number;
  readonly end: number;
}

/** When the rules of a model are valid. */
export function validityOf({ training }: Pick<FittedModel, 'training'>): Validity {
  return { start: training.end - VALID_BEFORE_MS, end: training.end + VALID_AFTER_MS };
}
