import { css } from '@emotion/css';
import { locationUtil, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';

import { StatusSign } from './StatusSign';
import { watchedText } from './statusTexts';
import type { WatchedSeries } from './watchedSeries';

interface Props {
  readonly watched: readonly WatchedSeries[];
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: TimeZone;
}

const ABOUT_FOREBAND = '/plugins/foreband-anomaly-app';

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ width: 360, maxWidth: '80vw', fontSize: theme.typography.bodySmall.fontSize }),
    list: css({
      listStyle: 'none',
      maxHeight: 240,
      margin: 0,
      padding: 0,
      overflow: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    }),
    item: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), padding: theme.spacing(0.25, 0) }),
    name: css({ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    status: css({ flexShrink: 0, fontVariantNumeric: 'tabular-nums' }),
    about: css({ margin: theme.spacing(1, 0, 0), color: theme.colors.text.secondary }),
  };
}

/** Every series with its status, what needs attention first, and how far this watching goes. */
export function WatchList({ watched, now, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.root} data-testid="foreband watch list">
      {/* A list that scrolls must be within reach of the keyboard. */}
      <ul className={styles.list} tabIndex={0} aria-label="Status of each series">
        {watched.map((series) => (
          <li key={series.key} className={styles.item}>
            <StatusSign kind={series.status.kind} />
            <span className={styles.name} title={series.name}>
              {series.name}
            </span>
            <span className={styles.status}>{watchedText(series, now, timeZone)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.about}>
        Watched while this page is open and asks again, by the dashboard&apos;s refresh or live mode. Unattended alerts
        belong in Prometheus or Grafana: see docs/monitoring.md,{' '}
        {/* In a tab of its own: leaving this page would end the watching. */}
        <TextLink href={locationUtil.assureBaseUrl(ABOUT_FOREBAND)} external inline variant="bodySmall">
          about Foreband
        </TextLink>
        .
      </p>
    </div>
  );
}
