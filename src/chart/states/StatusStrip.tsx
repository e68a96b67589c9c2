import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Badge, Icon, Toggletip, useStyles2 } from '@grafana/ui';

import type { PartialSettings } from 'foreband-engine';

import { formatTime } from '../../views/formatTime';
import { SeverityIcon } from '../../views/severity/SeverityIcon';
import { visuallyHidden } from '../../views/states/visuallyHidden';
import type { PanelModel } from '../model/panelModel';
import { StatusSign } from '../watch/StatusSign';
import { WatchButton } from '../watch/WatchButton';
import type { WatchedSeries } from '../watch/watchedSeries';

import { DetailsContent } from './DetailsContent';
import { MendButton } from './MendButton';
import { handledCounts, noAnomaliesText, severityCounts, suppressedCount } from './severityCounts';

/** Height of the strip in CSS pixels. */
export const STATUS_HEIGHT = 24;

const NARROW_PX = 420;

interface Props {
  readonly model: PanelModel;
  /** How every series is doing; empty where nothing is watched. */
  readonly watched: readonly WatchedSeries[];
  readonly width: number;
  readonly timeZone: TimeZone;
  readonly showsSuppressed: boolean;
  readonly onToggleSuppressed: () => void;
  /** Makes alert rules of what is drawn. Default: that is not offered. */
  readonly onAlert?: () => void;
  /** The content of the details below the series. */
  readonly details?: ReactNode;
  /** Sets what mends the fault that a remark tells of; without it none is offered. */
  readonly onMend?: (settings: PartialSettings) => void;
}

function getStyles(theme: GrafanaTheme2) {
  const button = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0, 0.5),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.secondary,
    font: 'inherit',
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
  } as const;
  const note = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.25),
      height: STATUS_HEIGHT,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
    }),
    count: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontVariantNumeric: 'tabular-nums',
    }),
    faint: css({ color: theme.colors.text.secondary }),
    info: css({ ...note, color: theme.colors.text.secondary }),
    warning: css({ ...note, color: theme.colors.warning.text }),
    error: css({ ...note, color: theme.colors.error.text }),
    end: css({ marginLeft: 'auto', display: 'inline-flex', alignItems: 'center', flexShrink: 0 }),
    note: css({ display: 'inline-flex', alignItems: 'center', gap: 4, minWidth: 0 }),
    button: css(button),
    pressed: css({ ...button, color: theme.colors.text.primary, background: theme.colors.action.selected }),
  };
}

function handledText(kind: 'acknowledged' | 'snoozed' | 'falseAlarm', count: number): string {
  return kind === 'falseAlarm' ? `${count} false ${count === 1 ? 'alarm' : 'alarms'}` : `${count} ${kind}`;
}

// A range that ends now has this in the status of its series.
function Stopped({ model, timeZone }: { readonly model: PanelModel; readonly timeZone: TimeZone }) {
  const styles = useStyles2(getStyles);
  const stopped = model.series.filter(({ chart }) => !chart.isHidden && chart.noDataSince !== undefined);
  const [first] = stopped;
  if (first === undefined) {
    return null;
  }
  const since = formatTime(first.chart.noDataSince ?? NaN, timeZone);
  const text = model.series.length === 1 ? `No data since ${since}` : `${stopped.length} without data to the end`;
  return (
    <span className={styles.faint} title={stopped.map(({ chart }) => chart.name).join(', ')}>
      <StatusSign kind="noData" /> {text}
    </span>
  );
}

function Counts({ model, isNarrow }: { readonly model: PanelModel; readonly isNarrow: boolean }) {
  const styles = useStyles2(getStyles);
  const hidden = useStyles2(visuallyHidden);
  const scoredSeries = model.series.filter(({ chart }) => !chart.isHidden).map(({ chart }) => chart.scored);
  if (scoredSeries.every((scored) => scored === undefined)) {
    return model.isFitting ? <span className={styles.faint}>Fitting...</span> : null;
  }
  const counts = severityCounts(scoredSeries, model.now);
  const handled = handledCounts(scoredSeries, model.now);
  return (
    <>
      {counts.length === 0 && <span className={styles.faint}>{noAnomaliesText(scoredSeries)}</span>}
      {counts.length > 0 && <span className={isNarrow ? hidden.root : styles.faint}>In range:</span>}
      {counts.map(({ severity, count }) => (
        <span key={severity} className={styles.count} title={`Incidents in this time range: ${count} ${severity}`}>
          <SeverityIcon severity={severity} />
          {count}
          <span className={isNarrow ? hidden.root : undefined}>{severity}</span>
        </span>
      ))}
      {!isNarrow &&
        handled.map(({ kind, count }) => (
          <span key={kind} className={styles.faint}>
            {handledText(kind, count)}
          </span>
        ))}
    </>
  );
}

function Note({ model, onMend }: Pick<Props, 'model' | 'onMend'>) {
  const styles = useStyles2(getStyles);
  const [note] = model.notes;
  // Beside the badge of the simulation nothing quieter needs saying; the details have it.
  if (note === undefined || (model.isSimulated && note.severity === 'info')) {
    return null;
  }
  const tone = { error: styles.error, warning: styles.warning, info: styles.info }[note.severity];
  return (
    <span className={styles.note}>
      <span className={tone} title={note.text}>
        {note.severity !== 'info' && <Icon name="exclamation-triangle" size="sm" />} {note.text}
      </span>
      {note.mend !== undefined && onMend !== undefined && <MendButton mend={note.mend} onMend={onMend} />}
    </span>
  );
}

function AlertButton({ onClick }: { readonly onClick: () => void }) {
  const styles = useStyles2(getStyles);
  return (
    <button
      type="button"
      className={styles.button}
      aria-label="Alert on this"
      title="Alert on this: rules that Prometheus evaluates while no page is open"
      onClick={onClick}
    >
      <Icon name="bell" size="sm" />
    </button>
  );
}

/**
 * The line above the chart: simulation badge, status of the series, anomaly counts, what filters suppressed, remarks,
 * alert rules, details.
 */
export function StatusStrip(props: Props) {
  const { model, watched, width, timeZone, showsSuppressed, onToggleSuppressed, onAlert, details, onMend } = props;
  const styles = useStyles2(getStyles);
  const hidden = useStyles2(visuallyHidden);
  const isNarrow = width < NARROW_PX;
  const nSuppressed = suppressedCount(
    model.series.filter(({ chart }) => !chart.isHidden).map(({ chart }) => chart.scored),
  );
  return (
    <div className={styles.root} style={{ width }} data-testid="foreband status">
      {model.isSimulated && <Badge text={isNarrow ? 'Simulated' : 'Simulated data'} color="orange" />}
      {watched.length > 0 && (
        <>
          {/* The series as they are, beside the incidents of the whole range. */}
          <span className={isNarrow ? hidden.root : styles.faint}>Now:</span>
          <WatchButton watched={watched} now={model.now} timeZone={timeZone} isNarrow={isNarrow} />
        </>
      )}
      {watched.length === 0 && <Stopped model={model} timeZone={timeZone} />}
      <Counts model={model} isNarrow={isNarrow} />
      {nSuppressed > 0 && (
        <button
          type="button"
          className={showsSuppressed ? styles.pressed : styles.button}
          aria-pressed={showsSuppressed}
          title="Show the points that left the band but that a filter suppressed"
          onClick={onToggleSuppressed}
        >
          <Icon name={showsSuppressed ? 'eye' : 'eye-slash'} size="sm" />
          {nSuppressed} {isNarrow ? <span className={hidden.root}>suppressed</span> : 'suppressed'}
        </button>
      )}
      <Note model={model} onMend={onMend} />
      <span className={styles.end}>
        {onAlert !== undefined && <AlertButton onClick={onAlert} />}
        <Toggletip
          content={
            <DetailsContent model={model} timeZone={timeZone} onMend={onMend}>
              {details}
            </DetailsContent>
          }
          title="About this detection"
          placement="bottom-end"
        >
          <button type="button" className={styles.button} aria-label="About this detection">
            <Icon name="info-circle" size="sm" />
          </button>
        </Toggletip>
      </span>
    </div>
  );
}
