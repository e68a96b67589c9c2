import { CoreApp, type DataQueryRequest } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import {
  behaviors,
  getClosest,
  SceneGridItem,
  SceneGridLayout,
  SceneObjectBase,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
  VizPanel,
  type DataRequestEnricher,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import { toAnnotationLayers } from './annotationLayers';
import type { DashboardAnswer, DashboardJson } from './dashboardJson';
import { extendPanelContext } from './panelContext';
import { clonePanel, toGridItem } from './panels';
import { exploreAddress } from '../views/exploreAddress';
import { toVariableSet } from './variables';

interface DashboardState extends SceneObjectState {
  readonly source: DashboardJson;
  readonly canSave: boolean;
  readonly canEdit: boolean;
  readonly body: SceneGridLayout;
  readonly timePicker: SceneTimePicker;
  readonly refreshPicker: SceneRefreshPicker;
  readonly variableControls: VariableValueSelectors;
  /** Whether panels can be moved; on with the toolbar's Edit. */
  readonly isEditing: boolean;
  /** The panel in the panel editor. */
  readonly editedPanelId?: number;
}

const CURSOR_SYNC_KEYS = 'dashboard';

/**
 * Stands in for public/app/features/dashboard-scene: dashboard JSON as a scene with time range, variables, annotations
 * and panels.
 */
export class DashboardScene extends SceneObjectBase<DashboardState> implements DataRequestEnricher {
  constructor({ dashboard, meta }: DashboardAnswer, editedPanelId?: number) {
    const isEdited = (panelId: number) => this.state.editedPanelId === panelId;
    super({
      source: dashboard,
      canSave: meta.canSave,
      canEdit: meta.canEdit,
      isEditing: false,
      editedPanelId,
      body: new SceneGridLayout({ children: [], isDraggable: false, isResizable: false }),
      $timeRange: new SceneTimeRange({
        ...(dashboard.time ?? { from: 'now-6h', to: 'now' }),
        timeZone: dashboard.timezone,
      }),
      $variables: toVariableSet(dashboard.templating?.list ?? []),
      $data: toAnnotationLayers(dashboard.annotations?.list ?? []),
      $behaviors: [new behaviors.CursorSync({ key: CURSOR_SYNC_KEYS, sync: dashboard.graphTooltip ?? 1 })],
      variableControls: new VariableValueSelectors({}),
      timePicker: new SceneTimePicker({}),
      refreshPicker: new SceneRefreshPicker({
        refresh: dashboard.refresh || '',
        intervals: dashboard.timepicker?.refresh_intervals,
        withText: true,
      }),
    });
    const children = (dashboard.panels ?? []).map((panel) =>
      toGridItem(
        panel,
        (viz, context) => extendPanelContext(viz, context, dashboard.uid, isEdited),
        (panelId) => this.menuOf(panelId),
      ),
    );
    this.state.body.setState({ children });
  }

  /** Grafana's dashboards tell data sources who asks. */
  enrichDataRequest(source: SceneObject): Partial<DataQueryRequest> {
    const panel = getClosest(source, (object) => (object instanceof VizPanel ? object : undefined));
    const about = { dashboardUID: this.state.source.uid, dashboardTitle: this.state.source.title };
    if (panel === undefined) {
      return { app: CoreApp.Dashboard, ...about };
    }
    const panelId = panel.getLegacyPanelId();
    return {
      app: this.state.editedPanelId === panelId ? CoreApp.PanelEditor : CoreApp.Dashboard,
      ...about,
      panelId,
      panelName: panel.state.title,
      panelPluginId: panel.state.pluginId,
    };
  }

  /** All panels in the order of the JSON. */
  panels(): readonly VizPanel[] {
    return this.gridItems().flatMap(({ state }) => (state.body instanceof VizPanel ? [state.body] : []));
  }

  panel(panelId: number): VizPanel | undefined {
    return this.panels().find((panel) => panel.getLegacyPanelId() === panelId);
  }

  gridItems(): readonly SceneGridItem[] {
    return this.state.body.state.children.filter((child) => child instanceof SceneGridItem);
  }

  setEditing(isEditing: boolean): void {
    this.setState({ isEditing });
    this.state.body.setState({ isDraggable: isEditing, isResizable: isEditing });
  }

  /** Opens or closes the panel editor. A clone replaces the panel, because a panel builds its context only once. */
  editPanel(panelId: number | undefined): void {
    const changed = [this.state.editedPanelId, panelId];
    if (changed[0] === panelId) {
      return;
    }
    this.setState({ editedPanelId: panelId });
    for (const item of this.gridItems()) {
      const { body } = item.state;
      if (body instanceof VizPanel && changed.includes(body.getLegacyPanelId())) {
        item.setState({ body: clonePanel(body) });
      }
    }
  }

  private menuOf(panelId: number) {
    return [
      { text: 'Edit', iconClassName: 'edit' as const, onClick: () => locationService.partial({ editPanel: panelId }) },
      {
        text: 'Explore',
        iconClassName: 'compass' as const,
        onClick: () => {
          const panel = this.panel(panelId);
          if (panel !== undefined) {
            locationService.push(exploreAddress(panel));
          }
        },
      },
    ];
  }
}
