import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Severity } from 'foreband-detector';

import { useEngine } from '../../training/useEngine';
import { formatTime } from '../../views/formatTime';
import { SeverityIcon } from '../../views/severity/SeverityIcon';
import type { FittedSeries } from '../subject/alertSubject';

import { pagesOf, type ReplayedPage } from './replayedPages';
import { MOST_REPLAYED, useReplay, type ReplayState } from './useReplay';

interface Props {
  /** The series that the rules watch. */
  readonly series: readonly FittedSeries[];
  readonly severities: readonly Severity[];
  readonly timeZone: TimeZone;
}

const MOST_LISTED = 20;
const DAY_MS = 86_400_000;

function getStyles(theme: GrafanaTheme2) {
  return {
    headline: css({ fontWeight: theme.typography.fontWeightMedium, margin: 0 }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
    problem: css({ color: theme.colors.warning.text, margin: 0 }),
    list: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 }),
    page: css({
      display: 'grid',
      gridTemplateColumns: '150px minmax(0, 1fr) auto',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
    }),
    severity: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
  };
}

// Rounded down, since severities begin at whole and half numbers.
function peakText(peak: number): string {
  return (Math.floor(peak * 10) / 10).toFixed(1);
}

function PageRow({ page, timeZone }: { readonly page: ReplayedPage; readonly timeZone: TimeZone }) {
  const styles = useStyles2(getStyles);
  const { time, series, severity, peak, reason, nAlerts } = page;
  return (
    <li className={styles.page}>
      <span>{formatTime(time, timeZone)}</span>
      <span>
        {series}: {reason}
      </span>
      <span className={styles.severity}>
        <SeverityIcon severity={severity} />
        {severity}, {peakText(peak)} times the threshold{nAlerts > 1 ? `, ${nAlerts} pages` : ''}
      </span>
    </li>
  );
}

function countText(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? 'No' : count} ${noun}s`;
}

interface ReplayedProps extends Pick<Props, 'severities' | 'timeZone'> {
  readonly state: Extract<ReplayState, { readonly kind: 'replayed' }>;
  /** Series that are not replayed. */
  readonly nMore: number;
}

function progressText({ series, total }: ReplayedProps['state'], nMore: number): string {
  if (series.length < total) {
    return `Replaying series ${series.length + 1} of ${total} …`;
  }
  const others = nMore === 0 ? '' : ` Replayed for the first ${total} series; ${nMore} more are watched as well.`;
  return `Each day is scored by a model of the days before it, as by rules that are renewed every night.${others}`;
}

function Replayed({ state, severities, timeZone, nMore }: ReplayedProps) {
  const styles = useStyles2(getStyles);
  const pages = state.series
    .flatMap(({ fitted, incidents }) => pagesOf(fitted, incidents, severities))
    .sort((left, right) => right.time - left.time);
  const nPages = pages.reduce((sum, { nAlerts }) => sum + nAlerts, 0);
  const nDays = Math.round((state.span.end - state.span.start) / DAY_MS);
  const more = pages.length - MOST_LISTED;
  const isDone = state.series.length === state.total;
  return (
    <>
      {state.series.length > 0 && (
        <p className={styles.headline} data-testid={isDone ? 'foreband replayed pages' : undefined}>
          {countText(nPages, 'page')} in the last {countText(nDays, 'day')}
          {pages.length < nPages && `, from ${countText(pages.length, 'incident')}`}
        </p>
      )}
      <p className={styles.text} role="status">
        {progressText(state, nMore)}
      </p>
      <ul className={styles.list}>
        {pages.slice(0, MOST_LISTED).map((page) => (
          <PageRow key={`${page.series} ${page.time}`} page={page} timeZone={timeZone} />
        ))}
      </ul>
      {more > 0 && <p className={styles.text}>and {countText(more, 'earlier incident')}</p>}
    </>
  );
}

/** What the rules would have said in the last weeks. */
export function ReplayedPages({ series, severities, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const engine = useEngine();
  const state = useReplay(engine.kind === 'running' ? engine.engine : undefined, series);
  if (state.kind === 'failed') {
    return <p className={styles.problem}>Not replayed: {state.message}</p>;
  }
  const nMore = Math.max(0, series.length - MOST_REPLAYED);
  return <Replayed state={state} severities={severities} timeZone={timeZone} nMore={nMore} />;
}
