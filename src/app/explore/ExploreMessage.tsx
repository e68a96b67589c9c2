import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  /** The remedy. */
  readonly children: ReactNode;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      gap: theme.spacing(1.5),
      minHeight: 260,
      padding: theme.spacing(3),
      textAlign: 'center',
      color: theme.colors.text.secondary,
      background: theme.colors.background.primary,
      border: `1px dashed ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
      overflowWrap: 'anywhere',
    }),
    title: css({ margin: 0, fontSize: theme.typography.h4.fontSize, color: theme.colors.text.primary }),
  };
}

/** The message in place of the chart while there is nothing to draw: the missing part, and the next step. */
export function ExploreMessage({ title, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.root} role="status" data-testid="foreband explore message">
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
