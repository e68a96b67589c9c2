import type { Model } from '../fit/model.js';

/**
 * Writes a model as JSON of a few kilobytes, to be read again by `parseModel`: the fields of a `Model`, with null for a
 * figure that is not known (`fit.logPosterior` and `fit.kkt` of an imported model). Numbers keep every digit.
 */
export function serializeModel(model: Model): string {
  return JSON.stringify(model);
}
