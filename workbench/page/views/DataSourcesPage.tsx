import { locationUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Card } from '@grafana/ui';
import { Page } from '../frame/Page';

/** `/connections/datasources`: the data sources of provisioning/. */
export function DataSourcesPage() {
  const own = Object.values(config.datasources).filter(({ meta }) => meta.builtIn !== true);
  return (
    <Page
      title="Data sources"
      subTitle="From provisioning/datasources; Save & test keeps your changes on this machine."
    >
      {own.map(({ uid, name, meta, isDefault }) => (
        <Card key={uid} href={locationUtil.assureBaseUrl(`/connections/datasources/edit/${uid}`)}>
          <Card.Heading>{name}</Card.Heading>
          <Card.Figure>
            <img src={meta.info.logos.small} alt="" width={40} height={40} />
          </Card.Figure>
          <Card.Meta>{[meta.name, ...(isDefault ? ['default'] : [])]}</Card.Meta>
        </Card>
      ))}
    </Page>
  );
}
