import type { WatchedSeries } from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import { readCarried } from '../../../grafana/carried';

/**
 * The series of a panel that are watched: those scored on samples that somebody has measured. Whether the samples of a
 * frame that has lost what it carried are simulated is not known, so it is not watched.
 */
export function watchedSeries(series: PanelModel['series']): WatchedSeries[] {
  return series.flatMap(({ chart, outcome }) =>
    outcome?.kind === 'detected' && readCarried(chart.frame)?.isSimulated !== true
      ? [{ key: chart.key, query: chart.refId, detected: outcome }]
      : [],
  );
}
