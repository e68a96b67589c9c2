import type { SavedModel, SavedSeries } from '../format/savedModel.js';

/** A model for another series than it was fitted to: labels and unit become those of the series it is to score. */
export function assign(model: SavedModel, series: SavedSeries, unit: string | null): SavedModel {
  return { ...model, series: { name: series.name, labels: { ...series.labels } }, unit: unit ?? model.unit };
}
