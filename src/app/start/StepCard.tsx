import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  /** Whether nothing is left to do here; undefined for what has no end. */
  readonly isDone?: boolean;
  readonly children: ReactNode;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    card: css({
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    title: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.h4.fontSize,
    }),
    done: css({ color: theme.colors.success.text }),
  };
}

/** One step of a newcomer. */
export function StepCard({ title, isDone, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.card}>
      <h2 className={styles.title}>
        {title}
        {isDone === true && <Icon className={styles.done} name="check-circle" title="done" />}
      </h2>
      {children}
    </li>
  );
}
