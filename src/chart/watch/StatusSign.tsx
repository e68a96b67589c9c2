import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { SeriesStatus } from 'foreband-detector';

import { statusSigns } from './statusTexts';

function getStyles(theme: GrafanaTheme2) {
  return {
    anomalous: css({ color: theme.colors.error.text }),
    noData: css({ color: theme.colors.warning.text }),
    stale: css({ color: theme.colors.warning.text }),
    notScored: css({ color: theme.colors.warning.text }),
    learning: css({ color: theme.colors.text.secondary }),
    normal: css({ color: theme.colors.success.text }),
  };
}

/** The sign of a status; its shape tells it apart as well as its color. */
export function StatusSign({ kind }: { readonly kind: SeriesStatus['kind'] }) {
  const styles = useStyles2(getStyles);
  return <Icon name={statusSigns[kind].icon} size="sm" className={styles[kind]} aria-hidden />;
}
