import { useState } from 'react';
import { css } from '@emotion/css';
import { getTimeZone, locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';

import { promqlSource } from '../explore/live/dataSources';
import type { FoundMetrics } from '../../settings/metricChoice';
import { useFoundMetrics } from '../explore/live/useFoundMetrics';
import { EXPLORE_ADDRESS } from '../pages';

import { StepCard } from './StepCard';

function getStyles(theme: GrafanaTheme2) {
  return { buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }) };
}

function foundText(found: FoundMetrics, name: string): string {
  switch (found.kind) {
    case 'asking':
      return `Looking for CPU metrics in ${name}...`;
    case 'failed':
      return `${name} does not answer: ${found.message}`;
    case 'found':
      return found.names.length === 0
        ? `${name} has none of the CPU metrics that Foreband knows; any PromQL works.`
        : `${name} has ${found.names.join(' and ')}.`;
  }
}

const address = (query: string) => locationUtil.assureBaseUrl(`${EXPLORE_ADDRESS}?${query}`);

/** The way to the Explore page, with what there is to be explored. */
export function ExploreStep() {
  const styles = useStyles2(getStyles);
  const [timeZone] = useState(() => getTimeZone());
  const source = promqlSource(null);
  const found = useFoundMetrics(source?.uid, timeZone);
  const hasMetric = found.kind === 'found' && found.names.length > 0;
  return (
    <StepCard title="Explore a series">
      <p>
        See what a series normally does, tune the model while the band follows, and evaluate it before it goes on a
        dashboard. {source === undefined ? '' : foundText(found, source.name)}
      </p>
      <div className={styles.buttons}>
        {hasMetric && <LinkButton href={address('source=metric')}>Explore CPU usage</LinkButton>}
        <LinkButton variant={hasMetric ? 'secondary' : 'primary'} href={address('source=sample')}>
          Explore the sample dataset
        </LinkButton>
        <LinkButton variant="secondary" href={address('source=csv')}>
          Explore a CSV file
        </LinkButton>
      </div>
    </StepCard>
  );
}
