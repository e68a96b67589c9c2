import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ControlsLabel, SceneDataLayerSet } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import type { DashboardScene } from '../dashboard/DashboardScene';

/** Variables, annotation switches, time range and refresh. */
export function DashboardControls({ scene }: { scene: DashboardScene }) {
  const styles = useStyles2(getStyles);
  const { $data, variableControls, timePicker, refreshPicker } = scene.useState();
  const layers = $data instanceof SceneDataLayerSet ? $data.state.layers : [];
  return (
    <div className={styles.bar}>
      <variableControls.Component model={variableControls} />
      {layers
        .filter(({ state }) => state.isHidden !== true)
        .map((layer) => (
          <div key={layer.state.key} className={styles.layer}>
            <ControlsLabel label={layer.state.name} />
            <layer.Component model={layer} />
          </div>
        ))}
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
  layer: css({ display: 'flex' }),
  space: css({ flexGrow: 1 }),
});
