import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { SceneDataLayerSet } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import type { DashboardScene } from '../dashboard/DashboardScene';

/** Variables, annotation switches, time range and refresh. */
export function DashboardControls({ scene }: { scene: DashboardScene }) {
  const styles = useStyles2(getStyles);
  const { $data, variableControls, annotationControls, timePicker, refreshPicker } = scene.useState();
  // The built-in query is hidden; without another one there is nothing to switch.
  const hasSwitches =
    $data instanceof SceneDataLayerSet && $data.state.layers.some(({ state }) => state.isHidden !== true);
  return (
    <div className={styles.bar}>
      <variableControls.Component model={variableControls} />
      {hasSwitches && <annotationControls.Component model={annotationControls} />}
      <span className={styles.space} />
      <timePicker.Component model={timePicker} />
      <refreshPicker.Component model={refreshPicker} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  }),
  space: css({ flexGrow: 1 }),
});
