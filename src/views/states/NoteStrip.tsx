import type { Note } from 'foreband-engine';
import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, Icon, Tooltip, useStyles2 } from '@grafana/ui';

interface Props {
  /** Worst first; the first is shown, with the others behind it. */
  readonly notes: readonly Note[];
  readonly isSimulated: boolean;
  readonly width: number;
  /** Whether the notes are behind an icon, and the badge is short. Default false. */
  readonly isCompact?: boolean;
  /** The content before the notes. */
  readonly children?: ReactNode;
}

/** Height of the strip, CSS pixels. */
export const NOTE_STRIP_PX = 26;

function getStyles(theme: GrafanaTheme2) {
  const note = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: NOTE_STRIP_PX,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
    info: css({ ...note, color: theme.colors.text.secondary }),
    warning: css({ ...note, color: theme.colors.warning.text }),
    error: css({ ...note, color: theme.colors.error.text }),
  };
}

/** The line above a panel's views: what they show, and what the reader should know. */
export function NoteStrip({ notes, isSimulated, width, isCompact = false, children }: Props) {
  const styles = useStyles2(getStyles);
  const [worst] = notes;
  const all = notes.map(({ text }) => text).join('\n');
  return (
    <div className={styles.root} style={isCompact ? undefined : { width }} data-testid="foreband notes">
      {children}
      {isSimulated && <Badge text={isCompact ? 'Sim.' : 'Simulated data'} color="orange" tooltip="Simulated data" />}
      {worst !== undefined &&
        (isCompact ? (
          <Tooltip content={all}>
            <Icon
              className={styles[worst.severity]}
              name={worst.severity === 'info' ? 'info-circle' : 'exclamation-triangle'}
              size="sm"
              tabIndex={0}
              aria-label={all}
            />
          </Tooltip>
        ) : (
          <span className={styles[worst.severity]} title={all}>
            {worst.severity !== 'info' && <Icon name="exclamation-triangle" size="sm" />} {worst.text}
          </span>
        ))}
    </div>
  );
}
