import { lazy, Suspense } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { LoadingPlaceholder, Tab, TabContent, TabsBar, useStyles2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';

import type { ModelSeries } from '../../chart/model/panelModel';

import type { ExploreView } from './address/exploreState';

const HistoryTab = lazy(() => import('./history/HistoryTab'));

interface Props {
  readonly view: ExploreView;
  readonly series: ModelSeries;
  readonly timeZone: TimeZone;
  readonly onView: (view: ExploreView) => void;
  readonly onExclude: (span: TimeSpan) => void;
}

const tabs: ReadonlyArray<{ readonly view: ExploreView; readonly label: string }> = [
  { view: 'history', label: 'History' },
  { view: 'evaluation', label: 'Evaluation' },
];

function getStyles(theme: GrafanaTheme2) {
  return { content: css({ paddingTop: theme.spacing(2), background: 'transparent' }) };
}

/** What is known of the series beside its chart, one view at a time. */
export function ExploreTabs({ view, series, timeZone, onView, onExclude }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label="Views">
      <TabsBar>
        {tabs.map((tab) => (
          <Tab key={tab.view} label={tab.label} active={view === tab.view} onChangeTab={() => onView(tab.view)} />
        ))}
      </TabsBar>
      <TabContent className={styles.content}>
        <Suspense fallback={<LoadingPlaceholder text="Loading ..." />}>
          {view === 'history' && <HistoryTab series={series} timeZone={timeZone} onExclude={onExclude} />}
        </Suspense>
      </TabContent>
    </section>
  );
}
