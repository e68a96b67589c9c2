import { CoreApp, type AnnotationEventUIModel } from '@grafana/data';
import { config, getBackendSrv } from '@grafana/runtime';
import { dataLayers, sceneGraph, type SceneObject, type VizPanel } from '@grafana/scenes';
import type { PanelContext } from '@grafana/ui';

/**
 * The additions of Grafana's dashboard to a panel's context (setDashboardPanelContext): where it is shown, and writing
 * annotations for those who may.
 */
export function extendPanelContext(
  panel: VizPanel,
  context: PanelContext,
  dashboardUid: string,
  isEdited: (panelId: number) => boolean,
): void {
  const panelId = panel.getLegacyPanelId();
  const mayWrite = () => config.bootData.user.orgRole !== 'Viewer';
  const save = async (
    { id, from, to, description, tags }: Partial<AnnotationEventUIModel>,
    method: 'post' | 'patch',
  ) => {
    const region = { time: from, timeEnd: to, text: description, tags };
    await (method === 'post'
      ? getBackendSrv().post('/api/annotations', {
          dashboardUID: dashboardUid,
          panelId,
          isRegion: from !== to,
          ...region,
        })
      : getBackendSrv().patch(`/api/annotations/${id}`, region));
    reloadAnnotations(panel);
  };
  context.app = isEdited(panelId) ? CoreApp.PanelEditor : CoreApp.Dashboard;
  context.canAddAnnotations = mayWrite;
  context.canEditAnnotations = mayWrite;
  context.canDeleteAnnotations = mayWrite;
  context.onAnnotationCreate = (event) => void save(event, 'post');
  context.onAnnotationUpdate = (event) => void save(event, 'patch');
  context.onAnnotationDelete = (id) =>
    void getBackendSrv()
      .delete(`/api/annotations/${id}`)
      .then(() => reloadAnnotations(panel));
}

function reloadAnnotations(inside: SceneObject): void {
  const layers = sceneGraph.findAllObjects(
    inside.getRoot(),
    (object) => object instanceof dataLayers.AnnotationsDataLayer,
  );
  layers.forEach((layer) => layer instanceof dataLayers.AnnotationsDataLayer && layer.runLayer());
}
