import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Drawer, useStyles2 } from '@grafana/ui';

import { AlertRules, type AlertRulesProps } from './AlertRules';

/** What the drawer shows, and how it is left. */
export interface AlertDrawerProps extends AlertRulesProps {
  readonly onClose: () => void;
}

function getStyles(theme: GrafanaTheme2) {
  return { root: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }) };
}

/** Turns what is drawn into alert rules that run without Foreband. */
export default function AlertDrawer({ onClose, ...props }: AlertDrawerProps) {
  const styles = useStyles2(getStyles);
  return (
    <Drawer
      title="Alert on this"
      subtitle="Rules that Prometheus evaluates by itself, made of the models drawn here: somebody is told while no page is open."
      size="md"
      onClose={onClose}
    >
      <div className={styles.root} data-testid="foreband alert drawer">
        <AlertRules {...props} />
      </div>
    </Drawer>
  );
}
