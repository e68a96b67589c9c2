import type { DashboardScene } from './DashboardScene';
import type { DashboardJson, PanelJson } from './dashboardJson';
import { queryRunnerOf } from './panels';

/** The dashboard as JSON, with what was changed on the page: panels, their places, the time range and the refresh. */
export function toJson(scene: DashboardScene): DashboardJson {
  const { source, $timeRange, refreshPicker } = scene.state;
  const items = scene.gridItems();
  const panels = (source.panels ?? []).map((json) => {
    const item = items.find(({ state }) => state.key === `grid-item-${json.id}`);
    return item === undefined ? json : merged(json, scene, item.state);
  });
  const { from = 'now-6h', to = 'now' } = $timeRange?.state ?? {};
  return { ...source, panels, time: { from, to }, refresh: refreshPicker.state.refresh };
}

interface Place {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

function merged(json: PanelJson, scene: DashboardScene, { x = 0, y = 0, width = 24, height = 8 }: Place): PanelJson {
  const panel = scene.panel(json.id);
  if (panel === undefined) {
    return json;
  }
  const { title, description, options, fieldConfig, pluginId, pluginVersion } = panel.state;
  const runner = queryRunnerOf(panel);
  return {
    ...json,
    title,
    description,
    type: pluginId,
    pluginVersion,
    options,
    fieldConfig,
    gridPos: { x, y, w: width, h: height },
    ...(runner === undefined ? {} : { targets: runner.state.queries, datasource: runner.state.datasource }),
  };
}
