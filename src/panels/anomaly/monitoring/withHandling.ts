import { anomalyEntry, foundAnomalies, type WatchingPanel } from 'foreband-engine';

import type { ModelSeries, PanelModel } from '../../../chart/model/panelModel';
import type { StoredAnnotation } from '../../../log/annotations/annotationApi';
import { handlingOf } from '../../../log/annotations/handleIncident';

import { watchedSeries } from './watchedSeries';

function handled(panel: WatchingPanel, series: ModelSeries, annotations: readonly StoredAnnotation[]): ModelSeries {
  const { chart } = series;
  const [watched] = watchedSeries([series]);
  if (watched === undefined || chart.scored === undefined || chart.scored.incidents.length === 0) {
    return series;
  }
  const found = foundAnomalies(watched.detected);
  const incidents = chart.scored.incidents.map((incident) => {
    const seen = found.find(({ start }) => start === incident.start);
    const handling = seen && handlingOf(annotations, anomalyEntry(panel, watched, seen));
    return handling === undefined ? incident : { ...incident, handling };
  });
  return { ...series, chart: { ...chart, scored: { ...chart.scored, incidents } } };
}

/** Series whose incidents know what people have said and done about them, as their annotations say. */
export function withHandling(
  panel: WatchingPanel,
  series: PanelModel['series'],
  annotations: readonly StoredAnnotation[],
): PanelModel['series'] {
  return annotations.length === 0 ? series : series.map((one) => handled(panel, one, annotations));
}
