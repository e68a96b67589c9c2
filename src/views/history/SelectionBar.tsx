import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import { selectionText, type HistorySelection } from './historySelection';
import type { HistorySubject } from './historySubject';

interface Props {
  readonly subject: HistorySubject;
  /** The selection; undefined for nothing yet. */
  readonly selection: HistorySelection | undefined;
  readonly nSelected: number;
  readonly width: number;
  readonly onClear: () => void;
  /** Leaves the selected time range out of the training; undefined where that cannot be done. */
  readonly onExclude?: () => void;
  /** How long that lasts, for the button's tooltip. */
  readonly excludeHint?: string;
  /** The hint while nothing is selected. Default: how to select. */
  readonly hint?: ReactNode;
}

/** Height of the bar, CSS pixels. */
export const SELECTION_BAR_PX = 28;

const NARROW_PX = 480;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: SELECTION_BAR_PX,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      background: theme.colors.background.primary,
    }),
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
    hint: css({ color: theme.colors.text.secondary, overflow: 'hidden', textOverflow: 'ellipsis' }),
    end: css({ marginLeft: 'auto', display: 'flex', gap: theme.spacing(0.5), flexShrink: 0 }),
  };
}

/** The selection, and the actions on it. */
export function SelectionBar({ subject, selection, nSelected, width, onClear, onExclude, excludeHint, hint }: Props) {
  const styles = useStyles2(getStyles);
  const isNarrow = width < NARROW_PX;
  if (selection === undefined) {
    return (
      <div className={styles.root} style={{ width }}>
        {hint ?? (
          <span className={styles.hint}>
            Drag over a view, or press Shift and an arrow key in it, to select in all of them.
          </span>
        )}
      </div>
    );
  }
  const text = selectionText(selection, subject);
  return (
    <div className={styles.root} style={{ width }} role="status" data-testid="foreband selection">
      <span className={styles.text} title={text}>
        {text}
      </span>
      {!isNarrow && <span className={styles.hint}>{nSelected} samples</span>}
      <span className={styles.end}>
        {onExclude !== undefined && selection.kind === 'time' && (
          <Button size="sm" variant="secondary" tooltip={excludeHint} onClick={onExclude}>
            {isNarrow ? 'Exclude' : 'Exclude from training'}
          </Button>
        )}
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="times"
          aria-label="Clear the selection"
          onClick={onClear}
        />
      </span>
    </div>
  );
}
