import { locationUtil } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { LinkButton, TextLink } from '@grafana/ui';

import { FOREBAND_TYPE } from '../../metrics/dataSourceTypes';

/** Lists the Foreband data sources, or offers to add the first one. */
export function DataSourceStep() {
  const sources = getDataSourceSrv().getList({ type: FOREBAND_TYPE });
  if (sources.length === 0) {
    return (
      <>
        <p>
          No Foreband data source yet. It reads a Prometheus of its own, or one that is already a data source here, so
          that nobody types credentials twice.
        </p>
        <LinkButton icon="plus" href={locationUtil.assureBaseUrl('/connections/datasources/' + FOREBAND_TYPE)}>
          Add a Foreband data source
        </LinkButton>
      </>
    );
  }
  return (
    <ul>
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
