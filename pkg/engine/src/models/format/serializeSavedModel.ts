import type { SavedModel } from './savedModel.js';

/** Writes a saved model as the text that `parseSavedModel` reads. Numbers keep every digit. */
export function serializeSavedModel(model: SavedModel): string {
  return JSON.stringify(model);
}
