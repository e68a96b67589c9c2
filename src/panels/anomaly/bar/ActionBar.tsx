import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2, type IconName } from '@grafana/ui';

interface Props {
  readonly icon: IconName;
  /** The text where there is room, and on hovering; cut where there is little. */
  readonly text: string;
  /** The same for narrow panels. */
  readonly shortText: string;
  readonly width: number;
  /** Label of the one click. */
  readonly action: string;
  /** The effect of the click and how long it lasts. */
  readonly tooltip: string;
  readonly onAction: () => void;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  readonly testId: string;
}

/** Height of the bar, CSS pixels. */
export const ACTION_BAR_PX = 30;

const NARROW_PX = 420;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: ACTION_BAR_PX,
      padding: theme.spacing(0, 1),
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
    }),
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
    end: css({ marginLeft: 'auto', display: 'flex', gap: theme.spacing(0.5), flexShrink: 0 }),
  };
}

/** A line above the chart that offers one click, and can be dismissed. */
export function ActionBar(props: Props) {
  const styles = useStyles2(getStyles);
  const { icon, text, shortText, width, action, tooltip, onAction, dismissLabel, onDismiss, testId } = props;
  return (
    <div className={styles.root} style={{ width }} role="status" data-testid={testId}>
      <Icon name={icon} size="sm" />
      <span className={styles.text} title={text}>
        {width < NARROW_PX ? shortText : text}
      </span>
      <span className={styles.end}>
        <Button size="sm" onClick={onAction} tooltip={tooltip}>
          {action}
        </Button>
        <Button size="sm" variant="secondary" fill="text" icon="times" aria-label={dismissLabel} onClick={onDismiss} />
      </span>
    </div>
  );
}
