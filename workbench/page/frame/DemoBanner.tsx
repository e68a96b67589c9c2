import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

/** The line on every page, kiosk or not, while the data are invented. */
export function DemoBanner({ reason }: { readonly reason: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div role="note" className={styles.banner} data-testid="workbench demo">
      <Icon name="exclamation-triangle" />
      <span>
        <strong>Demo data:</strong> all hosts and incidents here are invented. {reason} Start a Prometheus, or set
        PROMETHEUS_URL, and start the workbench again to see your own.
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  banner: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    flexShrink: 0,
    padding: theme.spacing(0.75, 2),
    background: theme.colors.warning.main,
    color: theme.colors.warning.contrastText,
  }),
});
