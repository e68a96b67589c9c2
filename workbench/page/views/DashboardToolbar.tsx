import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getBackendSrv, locationService } from '@grafana/runtime';
import { Button, Icon, Link, useStyles2 } from '@grafana/ui';
import type { DashboardScene } from '../dashboard/DashboardScene';
import { toJson } from '../dashboard/toJson';

/** Where one is, and the buttons to edit and to save. */
export function DashboardToolbar({ scene }: { scene: DashboardScene }) {
  const styles = useStyles2(getStyles);
  const { source, canEdit, canSave, isEditing, editedPanelId } = scene.useState();
  const isInEditor = editedPanelId !== undefined;
  const save = async () => {
    const dashboard = toJson(scene);
    const { version } = await getBackendSrv().post<{ version: number }>(
      '/api/dashboards/db',
      { dashboard, overwrite: false, message: '' },
      { showSuccessAlert: true },
    );
    scene.setState({ source: { ...dashboard, version } });
  };
  return (
    <div className={styles.bar}>
      <Link href="/dashboards">Dashboards</Link>
      <Icon name="angle-right" />
      {isInEditor ? (
        <Link href={`/d/${source.uid}`}>{source.title}</Link>
      ) : (
        <h1 className={styles.title}>{source.title}</h1>
      )}
      {isInEditor && (
        <>
          <Icon name="angle-right" />
          <h1 className={styles.title}>Edit panel</h1>
        </>
      )}
      <span className={styles.space} />
      {canSave && (isEditing || isInEditor) && (
        <Button size="sm" onClick={() => void save()}>
          Save dashboard
        </Button>
      )}
      {isInEditor && (
        <Button size="sm" variant="secondary" onClick={() => locationService.partial({ editPanel: null })}>
          Back to dashboard
        </Button>
      )}
      {canEdit && !isInEditor && (
        <Button size="sm" variant={isEditing ? 'secondary' : 'primary'} onClick={() => scene.setEditing(!isEditing)}>
          {isEditing ? 'Exit edit' : 'Edit'}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 44,
    padding: theme.spacing(0, 2),
    color: theme.colors.text.secondary,
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  title: css({
    margin: 0,
    color: theme.colors.text.primary,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  space: css({ flexGrow: 1 }),
});
