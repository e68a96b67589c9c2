import type { SavedModel } from './savedModel.js';

/** Writes a saved model as the text that `parseSavedModel` reads. Numbers keep every digit. */
export function serializeSavedModel({ key: _key, origin: _origin, ...stored }: SavedModel): string {
  return JSON.stringify(stored);
}
