import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import type { DashboardScene } from '../dashboard/DashboardScene';
import { DashboardControls } from './DashboardControls';
import { DashboardToolbar } from './DashboardToolbar';
import { PanelEditor } from './PanelEditor';

/** A dashboard: toolbar, variables, and the grid of panels or the panel editor. */
export function DashboardView({ scene }: { scene: DashboardScene }) {
  const styles = useStyles2(getStyles);
  const { body, source, editedPanelId } = scene.useState();
  const isKiosk = new URLSearchParams(useLocation().search).has('kiosk');
  const panel = editedPanelId === undefined ? undefined : scene.panel(editedPanelId);
  useEffect(() => {
    document.title = `${source.title} - Foreband workbench`;
  }, [source.title]);
  return (
    <div className={styles.page}>
      {!isKiosk && <DashboardToolbar scene={scene} />}
      <DashboardControls scene={scene} />
      {panel === undefined ? (
        <div className={styles.grid}>
          <body.Component model={body} />
        </div>
      ) : (
        <PanelEditor key={panel.state.key} panel={panel} />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', minHeight: '100%' }),
  grid: css({ display: 'flex', flexGrow: 1, padding: theme.spacing(0, 2, 2) }),
});
