import { fieldReducers, reduceField, type DisplayValue, type Field, type TimeZone } from '@grafana/data';
import type { VizLegendItem } from '@grafana/ui';

import { drawsAttention } from '../../log/annotations/handling';
import { severities } from '../../views/severity/severityStyle';
import { formatClock } from '../../views/formatTime';
import { customOf } from '../drawing/fieldStyle';
import type { ModelSeries } from '../model/panelModel';

/** Columns the legend shows beside Grafana's calculations; also the keys a table is sorted by. */
const ANOMALY_COLUMN = 'Anomalies';
/** When the series stopped. */
const STOPPED_COLUMN = 'No data since';
/** Largest score of the series. */
const WORST_COLUMN = 'Worst score';

// A dashboard may name a calculation that this Grafana does not know: it is left out.
function calculated(field: Field, calcs: readonly string[]): DisplayValue[] {
  const known = calcs.flatMap((id) => fieldReducers.getIfExists(id) ?? []);
  if (known.length === 0) {
    return [];
  }
  const results = reduceField({ field, reducers: known.map(({ id }) => id) });
  return known.map(({ id, name, description }) => {
    const value: unknown = results[id];
    const display = field.display?.(value) ?? { text: String(value), numeric: Number(value) };
    return { ...display, title: name, description };
  });
}

function anomalyValues({ chart }: ModelSeries, isTable: boolean, now: number): DisplayValue[] {
  const incidents = chart.scored?.incidents;
  if (incidents === undefined) {
    return [];
  }
  const anomalies = incidents.filter(({ handling }) => drawsAttention(handling, now));
  const count: DisplayValue = { title: ANOMALY_COLUMN, numeric: anomalies.length, text: String(anomalies.length) };
  if (!isTable) {
    return anomalies.length > 0 ? [count] : [];
  }
  const worst = anomalies.reduce((peak, { peakScore }) => Math.max(peak, peakScore), 0);
  const bySeverity = severities.map((severity): DisplayValue => {
    const n = anomalies.filter((anomaly) => anomaly.severity === severity).length;
    return { title: severity, numeric: n, text: n === 0 ? '' : String(n) };
  });
  const score: DisplayValue = {
    title: WORST_COLUMN,
    numeric: worst,
    text: anomalies.length === 0 ? '' : worst.toFixed(1),
  };
  return [count, ...bySeverity, score];
}

function stoppedValues(
  { chart: { noDataSince } }: ModelSeries,
  hasColumn: boolean,
  { now, timeZone }: { readonly now: number; readonly timeZone: TimeZone },
): DisplayValue[] {
  if (noDataSince === undefined) {
    return hasColumn ? [{ title: STOPPED_COLUMN, numeric: -Infinity, text: '' }] : [];
  }
  return [{ title: STOPPED_COLUMN, numeric: noDataSince, text: formatClock(noDataSince, now, timeZone) }];
}

/** The legend's entries: every series that the field config does not hide from it, with its anomaly counts. */
export function legendItems(
  series: readonly ModelSeries[],
  options: {
    readonly calcs: readonly string[];
    readonly isTable: boolean;
    readonly now: number;
    readonly timeZone: TimeZone;
  },
): VizLegendItem[] {
  // A column of a table is there for all of its rows.
  const hasStopped = options.isTable && series.some(({ chart }) => chart.noDataSince !== undefined);
  return series
    .filter(({ chart }) => customOf(chart.field).hideFrom?.legend !== true)
    .map((one) => ({
      label: one.chart.name,
      fieldName: one.chart.name,
      color: one.color,
      yAxis: 1,
      disabled: one.chart.isHidden,
      getItemKey: () => one.chart.key,
      getDisplayValues: () => [
        ...stoppedValues(one, hasStopped, options),
        ...anomalyValues(one, options.isTable, options.now),
        ...calculated(one.chart.field, options.calcs),
      ],
    }));
}
