import {
  SceneDataTransformer,
  sceneGraph,
  SceneQueryRunner,
  type SceneDataQuery,
  type VizPanel,
} from '@grafana/scenes';

/** The state of Explore, in the form of one pane of Grafana's `panes` parameter. */
export interface ExplorePane {
  /** Uid. */
  readonly datasource: string;
  readonly queries: readonly SceneDataQuery[];
  readonly range: { readonly from: string; readonly to: string };
}

/** `/explore?schemaVersion=1&panes=...` for a panel's queries. */
export function exploreAddress(panel: VizPanel): string {
  const data = panel.state.$data;
  const inner = data instanceof SceneDataTransformer ? data.state.$data : data;
  const { queries = [], datasource } = inner instanceof SceneQueryRunner ? inner.state : {};
  const { from, to } = sceneGraph.getTimeRange(panel).state;
  return addressOf({ datasource: datasource?.uid ?? '', queries, range: { from, to } });
}

/** The address of a pane. */
export function addressOf(pane: ExplorePane): string {
  return `/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ a: pane }) }).toString()}`;
}
