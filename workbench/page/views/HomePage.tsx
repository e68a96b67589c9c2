import { locationUtil } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { Card, TagList } from '@grafana/ui';
import { Page } from '../frame/Page';
import { useLoaded } from './useLoaded';

interface SearchHit {
  readonly uid: string;
  readonly title: string;
  readonly url: string;
  readonly description?: string;
  readonly tags: string[];
}

/** The list of dashboards. */
export function HomePage() {
  const { value: hits = [], error } = useLoaded('search', () => getBackendSrv().get<SearchHit[]>('/api/search'));
  return (
    <Page title="Dashboards" subTitle="Provisioned with Foreband; what you save stays on this machine.">
      {error}
      {hits.map(({ uid, title, url, description, tags }) => (
        <Card key={uid} href={locationUtil.assureBaseUrl(url)}>
          <Card.Heading>{title}</Card.Heading>
          {description && <Card.Description>{description}</Card.Description>}
          <Card.Tags>
            <TagList tags={tags} />
          </Card.Tags>
        </Card>
      ))}
    </Page>
  );
}
