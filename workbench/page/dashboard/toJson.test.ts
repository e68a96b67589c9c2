/** @jest-environment jsdom */
import '../testing/browser';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTemplateSrv } from '@grafana/runtime';
import { VizPanel } from '@grafana/scenes';

import { createTemplates } from '../runtime/templates';

import type { DashboardJson } from './dashboardJson';
import { DashboardScene } from './DashboardScene';
import { queryRunnerOf } from './panels';
import { toJson } from './toJson';

const dashboard: DashboardJson = JSON.parse(
  readFileSync(join(__dirname, '../../../provisioning/dashboards/cpu-anomalies.json'), 'utf8'),
);
const sceneOf = () => new DashboardScene({ dashboard, meta: { canSave: true, canEdit: true } });

beforeAll(() => setTemplateSrv(createTemplates()));

describe('toJson()', () => {
  it('gives back what was loaded, when nothing was changed', () => {
    const { refresh, ...saved } = toJson(sceneOf());
    const { refresh: loaded, ...rest } = JSON.parse(JSON.stringify(dashboard)) as DashboardJson;
    expect(refresh).toBe(loaded);
    expect(JSON.parse(JSON.stringify(saved))).toEqual(rest);
  });

  it("keeps a panel's new title, options, place and queries", () => {
    const scene = sceneOf();
    const [panel] = scene.panels();
    panel.setState({ title: 'Mine', options: { a: 1 } });
    queryRunnerOf(panel)?.setState({ queries: [{ refId: 'B' }] });
    scene.gridItems()[0].setState({ x: 12, y: 3, width: 6, height: 5 });
    expect(toJson(scene).panels?.[0]).toMatchObject({
      id: 1,
      title: 'Mine',
      options: { a: 1 },
      gridPos: { x: 12, y: 3, w: 6, h: 5 },
      targets: [{ refId: 'B' }],
    });
  });

  it('keeps the time range and the refresh', () => {
    const scene = sceneOf();
    scene.state.$timeRange?.setState({ from: 'now-1h', to: 'now' });
    scene.state.refreshPicker.setState({ refresh: '10s' });
    expect(toJson(scene)).toMatchObject({ time: { from: 'now-1h', to: 'now' }, refresh: '10s' });
  });
});

describe('DashboardScene', () => {
  it('tells data sources which dashboard and panel ask, and whether it is edited', () => {
    const scene = sceneOf();
    const ask = () => scene.enrichDataRequest(scene.panel(1) ?? scene);
    expect(ask()).toMatchObject({ app: 'dashboard', dashboardUID: 'cpu-anomalies', panelId: 1 });
    scene.editPanel(1);
    expect(ask()).toMatchObject({ app: 'panel-editor', panelId: 1 });
  });

  it('builds a panel anew when its editor opens and closes, as its context says where it is', () => {
    const scene = sceneOf();
    const before = scene.panel(1);
    scene.editPanel(1);
    const during = scene.panel(1);
    scene.editPanel(undefined);
    expect(during).toBeInstanceOf(VizPanel);
    expect(during).not.toBe(before);
    expect(scene.panel(1)).not.toBe(during);
    expect(scene.panel(2)).toBe(scene.panel(2));
  });

  it('lets panels be moved only while editing', () => {
    const scene = sceneOf();
    expect(scene.state.body.state).toMatchObject({ isDraggable: false, isResizable: false });
    scene.setEditing(true);
    expect(scene.state.body.state).toMatchObject({ isDraggable: true, isResizable: true });
  });
});
