import { css } from '@emotion/css';
import { locationUtil, type DataSourceInstanceSettings } from '@grafana/data';
import { LinkButton, TextLink, useStyles2 } from '@grafana/ui';

import { FOREBAND_TYPE } from '../../grafana/dataSourceTypes';
import { promqlSources } from '../explore/live/dataSources';

import { StepCard } from './StepCard';

function getStyles() {
  return { list: css({ listStyle: 'none', padding: 0 }) };
}

function Sources({ sources }: { readonly sources: readonly DataSourceInstanceSettings[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {sources.map(({ uid, name }) => (
        <li key={uid}>
          <TextLink href={`/connections/datasources/edit/${uid}`} inline={false}>
            {name}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

/** The data sources of Foreband's own kind, or how to add the first one. */
export function DataSourceStep() {
  const sources = promqlSources();
  const own = sources.filter(({ type }) => type === FOREBAND_TYPE);
  const others = sources.filter(({ type }) => type !== FOREBAND_TYPE);
  return (
    <StepCard title="Connect a Prometheus" isDone={own.length > 0}>
      {own.length > 0 ? (
        <>
          <p>These answer with forecast, band and anomalies, in any panel:</p>
          <Sources sources={own} />
        </>
      ) : (
        <>
          <p>
            {others.length === 0
              ? 'There is no Prometheus data source here yet.'
              : `There is ${others[0].name}, which the Explore page and the anomaly panel can use as it is.`}{' '}
            Foreband&apos;s own data source adds bands to every panel, annotations and a cache; it reads a Prometheus of
            its own, or one that is already a data source here, so that no one enters credentials twice.
          </p>
          <LinkButton icon="plus" href={locationUtil.assureBaseUrl(`/connections/datasources/${FOREBAND_TYPE}`)}>
            Add a Foreband data source
          </LinkButton>
        </>
      )}
    </StepCard>
  );
}
