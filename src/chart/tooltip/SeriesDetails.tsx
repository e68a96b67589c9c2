import { formattedValueToString, type Field, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { handlingTexts, type Handling } from '../../log/annotations/handling';
import { useNow } from '../../training/useNow';
import { formatClock, formatSpan, formatTime } from '../../views/formatTime';
import { SeverityIcon } from '../../views/severity/SeverityIcon';
import type { ChartSeries } from '../model/chartSeries';

import { pointDetails, type PointDetails } from './pointDetails';
import { tooltipStyles } from './tooltipStyles';

interface Props {
  readonly series: ChartSeries;
  readonly color: string;
  /** Epoch ms of the point. */
  readonly time: number;
  readonly timeZone: TimeZone;
}

/** A value in the field's own unit and decimals. */
export function formatValue(field: Field, value: number): string {
  return field.display === undefined ? String(value) : formattedValueToString(field.display(value));
}

function signed(field: Field, value: number): string {
  return `${value < 0 ? '−' : '+'}${formatValue(field, Math.abs(value))}`;
}

function valueRows(field: Field, point: PointDetails): ReadonlyArray<readonly [string, string]> {
  const rows: Array<readonly [string, string]> = [];
  if (Number.isFinite(point.actual)) {
    rows.push(['Actual', formatValue(field, point.actual)]);
  }
  if (Number.isFinite(point.scored) && point.scored !== point.actual) {
    rows.push(['Scored', formatValue(field, point.scored)]);
  }
  if (Number.isFinite(point.expected)) {
    rows.push(['Expected', formatValue(field, point.expected)]);
  }
  if (Number.isFinite(point.lower)) {
    rows.push(['Band', `${formatValue(field, point.lower)} to ${formatValue(field, point.upper)}`]);
  }
  if (Number.isFinite(point.score)) {
    rows.push(['Score', point.score.toFixed(2)]);
  }
  return rows;
}

/** Where the series has stopped before the pointer, since when. */
export function stoppedRows(
  { noDataSince = Infinity }: Pick<ChartSeries, 'noDataSince'>,
  time: number,
  timeZone: TimeZone,
): ReadonlyArray<readonly [string, string]> {
  return time > noDataSince ? [['No data since', formatClock(noDataSince, time, timeZone)]] : [];
}

function percent(share: number): string {
  const size = Math.abs(100 * share);
  return `${share < 0 ? '−' : '+'}${size.toFixed(size < 10 ? 1 : 0)}%`;
}

// The trend is a level, the seasonalities are what they add to it or shares of it.
function shareRows(field: Field, point: PointDetails): ReadonlyArray<readonly [string, string]> {
  return point.shares.map(({ name, value, ofTrend }, index) => {
    const text = index === 0 ? formatValue(field, value) : signed(field, value);
    return [name, ofTrend === undefined ? text : `${percent(ofTrend)} (${text})`];
  });
}

function Rows({ rows }: { readonly rows: ReadonlyArray<readonly [string, string]> }) {
  return rows.map(([label, value]) => [<dt key={`${label} name`}>{label}</dt>, <dd key={label}>{value}</dd>]);
}

function Handled({ handling, timeZone }: { readonly handling: Handling; readonly timeZone: TimeZone }) {
  const now = useNow();
  const texts = handlingTexts(handling, now, (time) => formatTime(time, timeZone));
  return texts.length === 0 ? null : <div>It is {texts.join(', ')}</div>;
}

function Verdict({ point, timeZone }: { readonly point: PointDetails; readonly timeZone: TimeZone }) {
  const styles = useStyles2(tooltipStyles);
  if (point.severity === undefined) {
    return point.suppressedBy === undefined ? null : (
      <div className={styles.note}>Outside the band, not flagged: {point.suppressedBy}</div>
    );
  }
  return (
    <div className={styles.note}>
      <span className={styles.severity}>
        <SeverityIcon severity={point.severity} />
        <strong>{point.severity} anomaly</strong>
      </span>
      {point.reason !== undefined && <div>{point.reason}</div>}
      {point.anomaly !== undefined && <div>{formatSpan(point.anomaly.start, point.anomaly.end, timeZone)}</div>}
      {point.anomaly?.handling !== undefined && <Handled handling={point.anomaly.handling} timeZone={timeZone} />}
    </div>
  );
}

/** The tooltip's lines about one series: sample, forecast, band, score, verdict, and what the forecast adds up from. */
export function SeriesDetails({ series, color, time, timeZone }: Props) {
  const styles = useStyles2(tooltipStyles);
  const point = pointDetails(series, time);
  const shares = shareRows(series.field, point);
  return (
    <div>
      <div className={styles.series}>
        <span className={styles.swatch} style={{ backgroundColor: color }} />
        {series.name}
      </div>
      <dl className={styles.rows}>
        <Rows rows={[...stoppedRows(series, time, timeZone), ...valueRows(series.field, point)]} />
      </dl>
      <Verdict point={point} timeZone={timeZone} />
      {shares.length > 0 && (
        <>
          <div className={styles.note}>Expected adds up from</div>
          <dl className={styles.rows}>
            <Rows rows={shares} />
          </dl>
        </>
      )}
    </div>
  );
}
