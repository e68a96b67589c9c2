import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  /** The remedy. */
  readonly advice: string;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ padding: theme.spacing(0.5), fontSize: theme.typography.bodySmall.fontSize }),
    title: css({ fontWeight: theme.typography.fontWeightMedium }),
    advice: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  };
}

/** Says in place of one view's picture why there is none. */
export function ViewMessage({ title, advice }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.root} role="status">
      <div className={styles.title}>{title}</div>
      <div className={styles.advice}>{advice}</div>
    </div>
  );
}
