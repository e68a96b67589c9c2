import { type Engine, type SavedModel, type SavedSource, saveModel } from 'foreband-engine';

import { askingQuery, titleOf, type Kept } from './dashboardPanel';

function sourceOf(kept: Kept): SavedSource | null {
  const query = askingQuery(kept);
  const { type, uid } = query?.datasource ?? {};
  return query === undefined || type === undefined || uid === undefined
    ? null
    : { datasource: { type, uid }, query: { ...query } };
}

/** The model of what the page shows, as it is kept. */
export function modelOf(engine: Pick<Engine, 'forecast'>, kept: Kept): SavedModel {
  const { detected, unit = null } = kept;
  const title = titleOf(kept);
  const name = title === detected.series.name ? title : `${title}, ${detected.series.name}`;
  return saveModel(engine, detected, { unit, source: sourceOf(kept), now: Date.now(), name });
}
