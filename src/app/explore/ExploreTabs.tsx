import { lazy, memo, Suspense } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { LoadingPlaceholder, Tab, TabContent, TabsBar, useStyles2 } from '@grafana/ui';
import type { GroundTruth, TimeSpan } from 'foreband-detector';

import type { ModelSeries } from '../../chart/model/panelModel';

import type { ExploreView } from './address/exploreState';
import type { ExplorePlan } from './address/planCodecs';
import { ExploreMessage } from './ExploreMessage';

const HistoryTab = lazy(() => import('./history/HistoryTab'));
const EvaluationTab = lazy(() => import('./evaluation/EvaluationTab'));

/** What the views do to the page. */
export interface ViewHandlers {
  readonly onView: (view: ExploreView) => void;
  /** Leaves a stretch out of the training. */
  readonly onExclude: (span: TimeSpan) => void;
  readonly onPlan: (change: Partial<ExplorePlan>) => void;
  /** Takes a threshold over. */
  readonly onUse: (thresholdMultiplier: number) => void;
}

interface Props {
  readonly view: ExploreView;
  readonly plan: Partial<ExplorePlan>;
  readonly series: ModelSeries;
  readonly truth: GroundTruth | null;
  readonly unit: string | undefined;
  readonly timeZone: TimeZone;
  readonly handlers: ViewHandlers;
}

const tabs: ReadonlyArray<{ readonly view: ExploreView; readonly label: string }> = [
  { view: 'history', label: 'History' },
  { view: 'evaluation', label: 'Evaluation' },
];

function getStyles(theme: GrafanaTheme2) {
  return { content: css({ paddingTop: theme.spacing(2), background: 'transparent' }) };
}

// A query that could not judge its series sends no history along.
function nothingKnownOf({ planned, outcome }: ModelSeries): string | undefined {
  return planned !== undefined || outcome === undefined || outcome.kind === 'detected' ? undefined : outcome.message;
}

/** What is known of the series beside its chart, one view at a time. */
export const ExploreTabs = memo(function ExploreTabs({ view, plan, series, truth, unit, timeZone, handlers }: Props) {
  const styles = useStyles2(getStyles);
  const reason = nothingKnownOf(series);
  if (reason !== undefined) {
    return <ExploreMessage title="Nothing to look at yet">{reason}</ExploreMessage>;
  }
  return (
    <section aria-label="Views">
      <TabsBar>
        {tabs.map((tab) => (
          <Tab
            key={tab.view}
            label={tab.label}
            active={view === tab.view}
            onChangeTab={() => handlers.onView(tab.view)}
          />
        ))}
      </TabsBar>
      <TabContent className={styles.content}>
        <Suspense fallback={<LoadingPlaceholder text="Loading ..." />}>
          {view === 'history' && <HistoryTab series={series} timeZone={timeZone} onExclude={handlers.onExclude} />}
          {view === 'evaluation' && (
            <EvaluationTab
              series={series}
              truth={truth}
              unit={unit}
              plan={plan}
              timeZone={timeZone}
              onPlan={handlers.onPlan}
              onUse={handlers.onUse}
            />
          )}
        </Suspense>
      </TabContent>
    </section>
  );
});
