import type { Model } from '../fit/model.js';
import { checkModel } from './checkModel.js';
import { model } from './modelFields.js';
import { fromJson, unreadable } from './reader.js';
import { upgrade } from './upgrade.js';

/** No model of ours comes near it: 1,000 changepoints and 100 seasonalities of order 500 need 3 million. */
const MOST_CHARACTERS = 8_000_000;

/**
 * Reads a model in our own format: the text that `serializeModel` wrote, or the value `JSON.parse` made of it. Every
 * field is checked; fields that are not known are left out.
 * @throws RangeError naming the field, its value and what was expected, as `invalid params.delta[3]: null (expected a
 * finite number)`.
 */
export function parseModel(input: unknown): Model {
  if (typeof input !== 'string') {
    return checkModel(model(upgrade(input), ''));
  }
  if (input.length > MOST_CHARACTERS) {
    throw unreadable('model', `${input.length} characters`, `at most ${MOST_CHARACTERS}`);
  }
  return checkModel(model(upgrade(fromJson(input, 'model')), ''));
}
