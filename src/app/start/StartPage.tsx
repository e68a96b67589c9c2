import { css } from '@emotion/css';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LinkButton, useStyles2 } from '@grafana/ui';

import { LOG_ADDRESS } from '../../grafana/appAddress';
import { MODELS_ADDRESS } from '../pages';

import { DataSourceStep } from './DataSourceStep';
import { EngineStatus } from './EngineStatus';
import { ExploreStep } from './ExploreStep';
import { StepCard } from './StepCard';

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ maxWidth: theme.spacing(110) }),
    lead: css({ fontSize: theme.typography.h5.fontSize, color: theme.colors.text.secondary }),
    steps: css({
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      margin: theme.spacing(3, 0),
      padding: 0,
      listStyle: 'none',
    }),
  };
}

/** The app's first page: what is set up, and the next step. */
export default function StartPage() {
  const styles = useStyles2(getStyles);
  return (
    <PluginPage>
      <div className={styles.page}>
        <p className={styles.lead}>
          Foreband models what a metric normally does, draws the forecast with its band, and marks what falls outside.
        </p>
        <ol className={styles.steps}>
          <DataSourceStep />
          <ExploreStep />
          <StepCard title="Watch it on a dashboard">
            <p>
              From the Explore page, <strong>Add to dashboard</strong>. In a dashboard, choose the visualization{' '}
              <strong>Foreband anomalies</strong>: it draws the band on a Foreband query, and on time series of any
              other data source. Move the threshold multiplier in its options; against a flood of false alarms ask for N
              of M points, or set a minimum deviation.
            </p>
            <LinkButton variant="secondary" href={locationUtil.assureBaseUrl('/dashboards')}>
              Dashboards
            </LinkButton>{' '}
            <LinkButton variant="secondary" fill="text" href={locationUtil.assureBaseUrl(LOG_ADDRESS)}>
              What they have seen: the anomaly log
            </LinkButton>
          </StepCard>
          <StepCard title="Keep and exchange models">
            <p>
              Models that everybody can use are listed on a page of their own: import them from files of Foreband or
              Python Prophet, compare two, retrain, export, and pin them to panels.
            </p>
            <LinkButton variant="secondary" href={locationUtil.assureBaseUrl(MODELS_ADDRESS)}>
              Models
            </LinkButton>
          </StepCard>
        </ol>
        <EngineStatus />
      </div>
    </PluginPage>
  );
}
