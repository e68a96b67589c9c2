import type { AnnotationQuery } from '@grafana/data';
import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';
import type { AnnotationJson } from './dashboardJson';

const BUILT_IN: AnnotationJson = {
  name: 'Annotations & Alerts',
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  type: 'dashboard',
};

/** The dashboard's annotation queries, with Grafana's built-in one added where it is missing. */
export function toAnnotationLayers(list: readonly AnnotationJson[]): SceneDataLayerSet {
  const all = list.some(({ builtIn }) => builtIn === 1) ? list : [BUILT_IN, ...list];
  return new SceneDataLayerSet({
    layers: all.map(
      (annotation) =>
        new dataLayers.AnnotationsDataLayer({
          name: annotation.name,
          isEnabled: annotation.enable,
          isHidden: annotation.hide === true,
          query: annotation as AnnotationQuery,
        }),
    ),
  });
}
