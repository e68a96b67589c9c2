import { urlUtil } from '@grafana/data';
import { isCpuMetricName, isRecord, type SavedModel, type SavedSource } from 'foreband-engine';

import { EXPLORE_ADDRESS } from '../../pages';
import { readAddress, writeAddress } from '../address/address';
import { startState, type ExploreState, type SourceChoice } from '../address/exploreState';
import { readSource } from '../address/sourceAddress';

// A model that a panel or an earlier version saved has the query of its data source alone.
function sourceOfQuery({ datasource, query }: SavedSource): SourceChoice | undefined {
  const dataSource = datasource.uid;
  const { source, metric, expr, scenario } = query;
  if (source === 'metric' && typeof metric === 'string') {
    return metric === 'auto' || isCpuMetricName(metric) ? { kind: 'metric', dataSource, metric } : undefined;
  }
  if (source === 'simulation' && isRecord(scenario)) {
    const { seed, nInstances } = scenario;
    const isKnown = typeof seed === 'number' && typeof nInstances === 'number';
    return isKnown ? { kind: 'simulation', seed, nInstances } : undefined;
  }
  return typeof expr === 'string' ? { kind: 'promql', dataSource, expr } : undefined;
}

function sourceOf({ explored, source }: SavedModel): SourceChoice | undefined {
  if (explored !== null) {
    return readSource(new URLSearchParams({ ...explored })).source;
  }
  return source === null ? undefined : sourceOfQuery(source);
}

const UNKNOWN_SOURCE: SourceChoice = { kind: 'csv', file: null };

/**
 * The state of the Explore page that scores a model's own series with it, under the settings it was saved with.
 * @param present the state of the page: its samples are scored where the model does not know where its own come from.
 */
export function stateOfModel(model: SavedModel, present?: ExploreState): ExploreState {
  const base = present ?? { ...startState, source: UNKNOWN_SOURCE };
  const own = sourceOf(model);
  const shown = own === undefined ? {} : { source: own, range: null, series: model.series.name };
  const params = writeAddress({ ...base, ...shown, settings: model.settings, model: model.id });
  // Settings at their defaults are not set.
  return readAddress(urlUtil.renderUrl('', params)).state;
}

/** The address of that state, without Grafana's sub-path. */
export function addressOfModel(model: SavedModel): string {
  return urlUtil.renderUrl(EXPLORE_ADDRESS, writeAddress(stateOfModel(model)));
}
