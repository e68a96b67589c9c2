import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Badge, Icon, Toggletip, useStyles2 } from '@grafana/ui';

import { SeverityIcon } from '../../views/severity/SeverityIcon';
import { visuallyHidden } from '../../views/states/visuallyHidden';
import type { PanelModel } from '../model/panelModel';
import { WatchButton } from '../watch/WatchButton';
import type { WatchedSeries } from '../watch/watchedSeries';

import { DetailsContent } from './DetailsContent';
import { handledCounts, severityCounts, suppressedCount } from './severityCounts';

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
  /** The content of the details below the series. */
  readonly details?: ReactNode;
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
    button: css(button),
    pressed: css({ ...button, color: theme.colors.text.primary, background: theme.colors.action.selected }),
  };
}

function handledText(kind: 'acknowledged' | 'snoozed' | 'falseAlarm', count: number): string {
  return kind === 'falseAlarm' ? `${count} false ${count === 1 ? 'alarm' : 'alarms'}` : `${count} ${kind}`;
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
      {counts.length === 0 && handled.length === 0 && <span className={styles.faint}>No anomalies</span>}
      {counts.map(({ severity, count }) => (
        <span key={severity} className={styles.count} title={`${count} ${severity}`}>
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

function Note({ model }: { readonly model: PanelModel }) {
  const styles = useStyles2(getStyles);
  const [note] = model.notes;
  // Beside the badge of the simulation nothing quieter needs saying; the details have it.
  if (note === undefined || (model.isSimulated && note.severity === 'info')) {
    return null;
  }
  const tone = { error: styles.error, warning: styles.warning, info: styles.info }[note.severity];
  return (
    <span className={tone} title={note.text}>
      {note.severity !== 'info' && <Icon name="exclamation-triangle" size="sm" />} {note.text}
    </span>
  );
}

/**
 * The line above the chart: simulation badge, status of the series, anomaly counts, what filters suppressed, remarks,
 * details.
 */
export function StatusStrip(props: Props) {
  const { model, watched, width, timeZone, showsSuppressed, onToggleSuppressed, details } = props;
  const styles = useStyles2(getStyles);
  const hidden = useStyles2(visuallyHidden);
  const isNarrow = width < NARROW_PX;
  const nSuppressed = suppressedCount(
    model.series.filter(({ chart }) => !chart.isHidden).map(({ chart }) => chart.scored),
  );
  return (
    <div className={styles.root} style={{ width }} data-testid="foreband status">
      {model.isSimulated && <Badge text={isNarrow ? 'Simulated' : 'Simulated data'} color="orange" />}
      {watched.length > 0 && <WatchButton watched={watched} now={model.now} timeZone={timeZone} isNarrow={isNarrow} />}
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
      <Note model={model} />
      <span className={styles.end}>
        <Toggletip
          content={
            <DetailsContent model={model} timeZone={timeZone}>
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
