import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { RadioButtonGroup, Tag, ToolbarButton, useStyles2 } from '@grafana/ui';
import { choose } from './cookies';

const ROLES = ['Viewer', 'Editor', 'Admin'].map((role) => ({ label: role, value: role }));

/** The bar at the top: what this is, the role that the stand-ins obey, and the theme. */
export function TopBar() {
  const styles = useStyles2(getStyles);
  const { isLight } = config.theme2;
  return (
    <header className={styles.bar}>
      <img src="public/plugins/foreband-anomaly-app/img/logo.svg" alt="" width={24} height={24} />
      <strong>Foreband workbench</strong>
      <Tag name={`Grafana packages ${config.buildInfo.version}`} colorIndex={9} />
      <span className={styles.space} />
      <span id="role-label">Role</span>
      <RadioButtonGroup
        size="sm"
        aria-labelledby="role-label"
        options={ROLES}
        value={config.bootData.user.orgRole}
        onChange={(role) => choose('workbench_role', role)}
      />
      <ToolbarButton
        icon="palette"
        tooltip={isLight ? 'Dark theme' : 'Light theme'}
        onClick={() => choose('workbench_theme', isLight ? 'dark' : 'light')}
      >
        {isLight ? 'Dark' : 'Light'}
      </ToolbarButton>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    height: 40,
    flexShrink: 0,
    padding: theme.spacing(0, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  space: css({ flexGrow: 1 }),
});
