import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { useEffect } from 'react';
import { queryRunnerOf } from '../dashboard/panels';
import { OptionsPane } from './OptionsPane';
import { PanelQueries } from './PanelQueries';

/** Stands in for Grafana's panel editor: the panel, its queries below, its options at the right. */
export function PanelEditor({ panel }: { panel: VizPanel }) {
  const styles = useStyles2(getStyles);
  const runner = queryRunnerOf(panel);
  useEffect(() => {
    // Variables tell only active objects of a change, and reach the panel through the grid, which is not drawn here.
    const between = [panel.parent, panel.parent?.parent].filter((object) => object !== undefined);
    const deactivations = between.map((object) => object.activate());
    return () => deactivations.forEach((deactivate) => deactivate());
  }, [panel]);
  return (
    <div className={styles.editor}>
      <div className={styles.left}>
        <div className={styles.panel}>
          <panel.Component model={panel} />
        </div>
        {runner && <PanelQueries runner={runner} timeRange={sceneGraph.getTimeRange(panel)} />}
      </div>
      <OptionsPane panel={panel} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  editor: css({ display: 'flex', gap: theme.spacing(2), flexGrow: 1, padding: theme.spacing(0, 2, 2) }),
  left: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), flexGrow: 1, minWidth: 0 }),
  panel: css({ display: 'flex', position: 'relative', height: '52vh', minHeight: 320 }),
});
