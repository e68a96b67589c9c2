import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

import { DataSourceStep } from './DataSourceStep';
import { EngineStatus } from './EngineStatus';

/** The app's first page: what is set up, and the next step. */
export default function StartPage() {
  const styles = useStyles2(getStyles);
  return (
    <PluginPage>
      <div className={styles.page}>
        <p className={styles.lead}>
          Foreband learns what a metric normally does, draws the forecast with its band, and marks what falls outside.
        </p>
        <ol className={styles.steps}>
          <li>
            <h2>Connect a Prometheus</h2>
            <DataSourceStep />
          </li>
          <li>
            <h2>Add the panel</h2>
            <p>
              In a dashboard choose the visualization <strong>Foreband anomalies</strong>. It draws the band on a
              Foreband query, and on time series of any other data source.
            </p>
          </li>
          <li>
            <h2>Tune it</h2>
            <p>
              Move the threshold multiplier in the panel options: the anomalies follow while you drag. Against a flood
              of false alarms raise it, ask for N of M points, or set a minimum deviation.
            </p>
          </li>
        </ol>
        <EngineStatus />
      </div>
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ maxWidth: theme.spacing(100) }),
  lead: css({ fontSize: theme.typography.h5.fontSize, color: theme.colors.text.secondary }),
  steps: css({
    margin: theme.spacing(3, 0),
    paddingLeft: theme.spacing(3),
    '& > li': { marginBottom: theme.spacing(3) },
    '& h2': { fontSize: theme.typography.h4.fontSize },
  }),
});
