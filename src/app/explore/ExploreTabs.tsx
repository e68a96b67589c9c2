import { lazy, memo, Suspense } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { LoadingPlaceholder, Tab, TabContent, TabsBar, useStyles2 } from '@grafana/ui';
import type { GroundTruth, Series, TimeSpan } from 'foreband-detector';

import type { EvaluationBasis, PartialSettings, SavedModel } from 'foreband-engine';
import type { ModelSeries } from '../../chart/model/panelModel';

import type { ExploreView } from './address/exploreState';
import type { ExplorePlan } from './address/planCodecs';
import { ExploreMessage } from './ExploreMessage';

const HistoryTab = lazy(() => import('./history/HistoryTab'));
const EvaluationTab = lazy(() => import('./evaluation/EvaluationTab'));

/** The effects of the views on the page. */
export interface ViewHandlers {
  readonly onView: (view: ExploreView) => void;
  /** Excludes a stretch from the fit. */
  readonly onExclude: (span: TimeSpan) => void;
  /** Takes these exclusions in place of those there are. */
  readonly onExclusions: (exclusions: readonly TimeSpan[]) => void;
  readonly onPlan: (change: Partial<ExplorePlan>) => void;
  /** Takes a threshold over. */
  readonly onUse: (thresholdMultiplier: number) => void;
  /** Sets what mends the fault that a remark tells of. */
  readonly onMend: (settings: PartialSettings) => void;
}

interface Props {
  readonly view: ExploreView;
  readonly plan: Partial<ExplorePlan>;
  readonly series: ModelSeries;
  /** Its samples as a file has them, where several share a step. */
  readonly asRead?: Series;
  /** The saved model that it is scored with; undefined where it is fitted live. */
  readonly opened?: SavedModel;
  readonly truth: GroundTruth | null;
  readonly unit: string | undefined;
  readonly timeZone: TimeZone;
  readonly handlers: ViewHandlers;
  readonly onEvaluated: (basis: EvaluationBasis) => void;
}

const tabs: ReadonlyArray<{ readonly view: ExploreView; readonly label: string }> = [
  { view: 'history', label: 'History' },
  { view: 'evaluation', label: 'Evaluation' },
];

function getStyles(theme: GrafanaTheme2) {
  return { content: css({ paddingTop: theme.spacing(2), background: 'transparent' }) };
}

// A query that could not score its series sends no history along.
function nothingKnownOf({ planned, outcome }: ModelSeries): string | undefined {
  return planned !== undefined || outcome === undefined || outcome.kind === 'detected' ? undefined : outcome.message;
}

/** The series beside its chart, one view at a time. */
export const ExploreTabs = memo(function ExploreTabs(props: Props) {
  const { view, plan, series, asRead, opened, truth, unit, timeZone, handlers, onEvaluated } = props;
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
        <Suspense fallback={<LoadingPlaceholder text="Loading..." />}>
          {view === 'history' && (
            <HistoryTab series={series} asRead={asRead} timeZone={timeZone} onExclude={handlers.onExclude} />
          )}
          {view === 'evaluation' && (
            <EvaluationTab
              series={series}
              opened={opened}
              truth={truth}
              unit={unit}
              plan={plan}
              timeZone={timeZone}
              onPlan={handlers.onPlan}
              onUse={handlers.onUse}
              onEvaluated={onEvaluated}
            />
          )}
        </Suspense>
      </TabContent>
    </section>
  );
});
