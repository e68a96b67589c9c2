import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { EmptyState } from './emptyState';

interface Props {
  readonly state: EmptyState;
  readonly width: number;
  readonly height: number;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(1),
      textAlign: 'center',
      overflow: 'auto',
    }),
    title: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontWeight: theme.typography.fontWeightMedium,
    }),
    advice: css({ color: theme.colors.text.secondary, maxWidth: 560, overflowWrap: 'anywhere' }),
  };
}

/** Says what is wrong and what to do, in place of the chart. */
export function StateMessage({ state, width, height }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles.root}
      style={{ width, height }}
      role={state.isError ? 'alert' : 'status'}
      data-testid="foreband state message"
    >
      <div className={styles.title}>
        {state.isError && <Icon name="exclamation-triangle" />}
        {state.title}
      </div>
      {state.advice !== '' && <div className={styles.advice}>{state.advice}</div>}
    </div>
  );
}
