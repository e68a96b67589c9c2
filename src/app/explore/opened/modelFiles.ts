/** Files of models, as an input's `accept` says it. */
export const MODEL_FILES = '.json,application/json';

/** Whether a file that was dropped is one of a model. */
export function isModelFile({ name }: Pick<File, 'name'>): boolean {
  return /\.json$/i.test(name);
}
