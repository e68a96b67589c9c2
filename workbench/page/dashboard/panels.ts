import { LoadingState, type DataTransformerConfig } from '@grafana/data';
import { SceneDataTransformer, SceneGridItem, SceneQueryRunner, VizPanel, VizPanelMenu } from '@grafana/scenes';
import type { PanelJson } from './dashboardJson';

type Extend = VizPanel['state']['extendPanelContext'];
type MenuItems = NonNullable<VizPanelMenu['state']['items']>;

const FULL_WIDTH = { x: 0, y: 0, w: 24, h: 8 };

/** A panel of the JSON as a scene panel in its place, with its queries and transformations. */
export function toGridItem(json: PanelJson, extend: Extend, menu: (panelId: number) => MenuItems): SceneGridItem {
  const { x, y, w, h } = json.gridPos ?? FULL_WIDTH;
  return new SceneGridItem({
    key: `grid-item-${json.id}`,
    x,
    y,
    width: w,
    height: h,
    body: toVizPanel(json, extend, menu),
  });
}

function toVizPanel(json: PanelJson, extendPanelContext: Extend, menu: (panelId: number) => MenuItems): VizPanel {
  return new VizPanel({
    key: `panel-${json.id}`,
    pluginId: json.type,
    pluginVersion: json.pluginVersion,
    title: json.title ?? '',
    description: json.description,
    options: json.options ?? {},
    fieldConfig: json.fieldConfig ?? { defaults: {}, overrides: [] },
    displayMode: json.transparent ? 'transparent' : 'default',
    $data: json.targets === undefined ? undefined : toData(json),
    menu: new VizPanelMenu({ items: menu(json.id) }),
    extendPanelContext,
  });
}

function toData({ targets = [], datasource, maxDataPoints, interval, transformations = [] }: PanelJson) {
  const queries = new SceneQueryRunner({
    queries: [...targets],
    datasource: datasource ?? targets[0]?.datasource ?? undefined,
    maxDataPoints: maxDataPoints ?? undefined,
    minInterval: interval ?? undefined,
    maxDataPointsFromWidth: true,
  });
  return new SceneDataTransformer({ $data: queries, transformations: [...transformations] as DataTransformerConfig[] });
}

/** A copy that asks anew unless the answer was complete: a runner that holds any data takes itself for answered. */
export function clonePanel(panel: VizPanel): VizPanel {
  const clone = panel.clone();
  const runner = queryRunnerOf(clone);
  if (runner?.state.data?.state !== LoadingState.Done) {
    runner?.setState({ data: undefined });
    clone.state.$data?.setState({ data: undefined });
  }
  return clone;
}

/** The query runner behind a panel, or undefined for a panel without queries. */
export function queryRunnerOf(panel: VizPanel): SceneQueryRunner | undefined {
  const data = panel.state.$data;
  const inner = data instanceof SceneDataTransformer ? data.state.$data : data;
  return inner instanceof SceneQueryRunner ? inner : undefined;
}
