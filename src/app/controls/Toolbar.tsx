import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** Accessible name of the whole. */
  readonly label: string;
  readonly children: ReactNode;
  /** Controls at its far end. */
  readonly end: ReactNode;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    end: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  };
}

/** Controls above the content of a page. */
export function Toolbar({ label, children, end }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar} role="group" aria-label={label}>
      {children}
      <div className={styles.end}>{end}</div>
    </div>
  );
}
