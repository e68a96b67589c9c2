import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

interface Props {
  readonly onClick: () => void;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

/** Opens the drawer with the alert rules of the panel. */
export function AlertButton({ onClick }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.root}>
      <Button size="sm" variant="secondary" icon="bell" onClick={onClick}>
        Alert on this
      </Button>
      <span className={styles.text}>Rules that Prometheus evaluates while no page is open</span>
    </div>
  );
}
