import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { countText, numberText, percentText } from 'foreband-detector';

import type { LogReport, ReportRow } from 'foreband-engine';
import { FigureList } from '../../views/FigureList';
import { severities } from '../../views/severity/severityStyle';
import { SeverityIcon } from '../../views/severity/SeverityIcon';

interface Props {
  readonly report: LogReport;
}

const MAX_SERIES = 50;

const headings = ['Anomalies', ...severities, 'Samples', 'Anomaly rate', 'Mean', 'Lowest', 'Highest'];

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    tiles: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 4), marginBottom: theme.spacing(2) }),
    figure: css({ fontSize: theme.typography.h3.fontSize, fontVariantNumeric: 'tabular-nums' }),
    name: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    scroll: css({ overflow: 'auto', maxHeight: 320 }),
  };
}

function cells({ nAnomalies, counts, nReadings, anomalyRate, mean, min, max }: ReportRow): string[] {
  return [
    String(nAnomalies),
    ...severities.map((severity) => String(counts[severity])),
    String(nReadings),
    percentText(anomalyRate),
    ...[mean, min, max].map(numberText),
  ];
}

/** Counts, the share of anomalous samples, mean and extremes of what was monitored: of all, and series by series. */
export function ReportCard({ report }: Props) {
  const styles = useStyles2(getStyles);
  const { total, series } = report;
  const nMore = series.length - MAX_SERIES;
  return (
    <section className={styles.root} aria-label="Report">
      <div className={styles.tiles}>
        {severities.map((severity) => (
          <div key={severity}>
            <div className={styles.figure}>{total.counts[severity]}</div>
            <div className={styles.name}>
              <SeverityIcon severity={severity} />
              {severity}
            </div>
          </div>
        ))}
        <div>
          <div className={styles.figure}>{percentText(total.anomalyRate)}</div>
          <div className={styles.name}>of {countText(total.nReadings, 'monitored sample')} anomalous</div>
        </div>
      </div>
      <div className={styles.scroll}>
        <FigureList
          caption="What was monitored, by series"
          firstHeading="Series"
          headings={headings}
          rows={series.slice(0, MAX_SERIES).map(([name, row]) => [name, ...cells(row)])}
        />
      </div>
      {nMore > 0 && <div className={styles.name}>and {nMore} more series: choose one above</div>}
    </section>
  );
}
