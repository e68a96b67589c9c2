import { useCallback, useDeferredValue, useMemo } from 'react';
import type { AbsoluteTimeRange, PanelData, TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';

import { usePanelModel } from '../../chart/model/usePanelModel';

import type { ExploreState } from './address/exploreState';
import { ChartCard } from './ChartCard';
import { ExploreTabs, type ViewHandlers } from './ExploreTabs';
import { exclusionMarks } from './exclusions';
import type { Kept } from './keep/dashboardPanel';
import { KeepBar } from './keep/KeepBar';
import { forebandSource } from './live/dataSources';
import type { Exploration } from './useExploration';

interface Props {
  readonly state: ExploreState;
  readonly data: PanelData;
  readonly exploration: Exploration;
  readonly timeZone: TimeZone;
  readonly handlers: ViewHandlers;
  /** A stretch of time was dragged over. */
  readonly onSelectSpan: (span: TimeSpan) => void;
}

const NONE: readonly TimeSpan[] = [];

/** The chosen series: judged and drawn. */
export function ExploredSeries({ state, data, exploration, timeZone, handlers, onSelectSpan }: Props) {
  const theme = useTheme2();
  const { settings, source } = state;
  const { exclusions = NONE } = settings;
  const model = usePanelModel(data, settings, theme);
  const marked = useMemo(
    () => ({ ...data, annotations: [exclusionMarks(exclusions, theme.colors.text.disabled)] }),
    [data, exclusions, theme],
  );
  const select = useCallback(
    ({ from, to }: AbsoluteTimeRange) => onSelectSpan({ start: from, end: to }),
    [onSelectSpan],
  );
  const [first] = model.series;
  const detected = first?.outcome?.kind === 'detected' ? first.outcome : undefined;
  const { asked, unit, range } = exploration;
  const kept = useMemo(
    (): Kept | undefined =>
      detected && {
        source,
        asked,
        foreband: forebandSource(),
        settings,
        detected,
        isSimulated: model.isSimulated,
        unit,
      },
    [source, asked, settings, detected, model.isSimulated, unit],
  );
  // The chart follows a slider at once; everything beside it may come a moment later.
  const [settledKept, settledFirst] = [useDeferredValue(kept), useDeferredValue(first)];
  return (
    <>
      <ChartCard model={model} data={marked} timeZone={timeZone} onSelectRange={select} />
      {settledKept !== undefined && <KeepBar kept={settledKept} range={range} />}
      {settledFirst !== undefined && (
        <ExploreTabs
          view={state.view}
          plan={state.plan}
          series={settledFirst}
          truth={exploration.truth}
          unit={unit}
          timeZone={timeZone}
          handlers={handlers}
        />
      )}
    </>
  );
}
