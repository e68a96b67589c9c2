import { useMemo } from 'react';
import { formattedValueToString, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { formatSpan, formatTime } from '../../views/formatTime';
import { visuallyHidden } from '../../views/states/visuallyHidden';
import { handlingTexts, type Handling } from '../../log/annotations/handling';
import type { ChartIncident } from '../model/chartSeries';
import type { ModelSeries, PanelModel } from '../model/panelModel';
import { useSettled } from '../model/useSettled';

interface Props {
  readonly series: PanelModel['series'];
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: TimeZone;
}

const MAX_ROWS = 50;
const SETTLED_MS = 400;
const NOTHING: PanelModel['series'] = [];

interface Row {
  readonly series: ModelSeries;
  readonly anomaly: ChartIncident;
}

function newestRows(series: PanelModel['series']): Row[] {
  return series
    .filter(({ chart }) => !chart.isHidden)
    .flatMap((one) => (one.chart.scored?.incidents ?? []).map((anomaly) => ({ series: one, anomaly })))
    .sort((left, right) => right.anomaly.start - left.anomaly.start);
}

function text({ chart }: ModelSeries, value: number): string {
  return chart.field.display === undefined ? String(value) : formattedValueToString(chart.field.display(value));
}

function handledText(handling: Handling | undefined, now: number, timeZone: TimeZone): string {
  return handlingTexts(handling ?? {}, now, (time) => formatTime(time, timeZone)).join(', ');
}

/**
 * Listed at most `MAX_ROWS`, newest first: the incidents as a table for screen readers, to whom the chart is silent.
 */
export function AnomalySummary({ series, now, timeZone }: Props) {
  // A table of this size costs more than the drawing; nobody hears it while a slider moves.
  const settled = useSettled(series, SETTLED_MS, NOTHING);
  const rows = useMemo(() => newestRows(settled), [settled]);
  const styles = useStyles2(visuallyHidden);
  return (
    <div className={styles.root} data-testid="foreband anomaly summary" aria-busy={settled !== series}>
      <table>
        <caption>
          {rows.length} incidents{rows.length > MAX_ROWS ? `, the newest ${MAX_ROWS} listed` : ''}
        </caption>
        <thead>
          <tr>
            <th>Time</th>
            <th>Series</th>
            <th>Severity</th>
            <th>Direction</th>
            <th>Worst value</th>
            <th>Expected</th>
            <th>Score</th>
            <th>Handled</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map(({ series: one, anomaly }) => (
            <tr key={`${one.chart.key} ${anomaly.start}`}>
              <td>{formatSpan(anomaly.start, anomaly.end, timeZone)}</td>
              <td>{one.chart.name}</td>
              <td>{anomaly.severity}</td>
              <td>{anomaly.direction} the band</td>
              <td>{text(one, anomaly.peakValue)}</td>
              <td>{text(one, anomaly.expected)}</td>
              <td>{anomaly.peakScore.toFixed(2)}</td>
              <td>{handledText(anomaly.handling, now, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {settled
        .filter(({ chart }) => chart.noDataSince !== undefined)
        .map(({ chart }) => (
          <p key={chart.key}>
            {chart.name}: no data since {formatTime(chart.noDataSince ?? NaN, timeZone)}
          </p>
        ))}
    </div>
  );
}
