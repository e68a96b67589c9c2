import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { AbsoluteTimeRange, PanelData, TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';
import type { EvaluationBasis } from 'foreband-engine';

import { usePanelModel } from '../../chart/model/usePanelModel';
import type { StoredModels } from '../../chart/model/withPinnedThresholds';
import { seriesInputs } from '../../training/seriesInput';

import type { ExploreState } from './address/exploreState';
import { ChartCard } from './ChartCard';
import { ExploreTabs, type ViewHandlers } from './ExploreTabs';
import { exclusionMarks } from '../../chart/incidents/exclusions';
import { useExcluded } from '../../chart/incidents/useExcluded';
import type { Evaluated, Kept } from './keep/dashboardPanel';
import { KeepBar } from './keep/KeepBar';
import { forebandSource } from './live/dataSources';
import type { OpenedControls, OpenedModel } from './opened/useOpenedModel';
import type { Exploration } from './useExploration';

interface Props {
  readonly state: ExploreState;
  readonly data: PanelData;
  readonly openedControls: OpenedControls;
  readonly exploration: Exploration;
  readonly timeZone: TimeZone;
  readonly handlers: ViewHandlers;
  /** A model's file was chosen. */
  readonly onFile: (file: File) => void;
  /** A stretch of time was dragged over. */
  readonly onSelectSpan: (span: TimeSpan) => void;
}

const NONE_STORED: StoredModels = new Map();

// The page looks at one series; whatever it is called, the opened model scores it.
function useStored({ series }: PanelData, opened: OpenedModel): StoredModels | 'lookingUp' {
  return useMemo(() => {
    if (opened.kind === 'lookingUp') {
      return 'lookingUp';
    }
    return opened.kind === 'found'
      ? new Map(seriesInputs(series).map(({ key }) => [key, opened.model] as const))
      : NONE_STORED;
  }, [series, opened]);
}

/** The chosen series: scored and drawn. */
export function ExploredSeries(props: Props) {
  const { state, data, openedControls, exploration, timeZone, handlers, onFile, onSelectSpan } = props;
  const found = openedControls.opened.kind === 'found' ? openedControls.opened : undefined;
  const opened = found?.model;
  const theme = useTheme2();
  const { settings, source } = state;
  const model = usePanelModel(data, settings, theme, useStored(data, openedControls.opened));
  const [evaluated, setEvaluated] = useState<Evaluated>();
  const onEvaluated = useCallback((basis: EvaluationBasis) => setEvaluated({ basis, at: Date.now() }), []);
  const excluded = useExcluded(model.series[0]?.settings, data.timeRange);
  const marked = useMemo(
    () => ({ ...data, annotations: [exclusionMarks(excluded, theme.colors.text.disabled)] }),
    [data, excluded, theme],
  );
  const select = useCallback(
    ({ from, to }: AbsoluteTimeRange) => onSelectSpan({ start: from, end: to }),
    [onSelectSpan],
  );
  const [first] = model.series;
  const detected = first?.outcome?.kind === 'detected' ? first.outcome : undefined;
  const { asked, unit, range, whole } = exploration;
  const kept = useMemo(
    (): Kept | undefined =>
      detected &&
      first && {
        source,
        asked,
        foreband: forebandSource(),
        settings,
        detected,
        key: first.chart.key,
        opened,
        evaluated,
        isSimulated: model.isSimulated,
        unit,
      },
    [source, asked, settings, detected, first, opened, evaluated, model.isSimulated, unit],
  );
  // The chart follows a slider at once; everything beside it may come a moment later.
  const [settledKept, settledFirst] = [useDeferredValue(kept), useDeferredValue(first)];
  return (
    <>
      <ChartCard
        model={model}
        data={marked}
        timeZone={timeZone}
        onSelectRange={select}
        onMend={handlers.onMend}
        onExclusions={handlers.onExclusions}
      />
      {settledKept !== undefined && (
        <KeepBar
          kept={settledKept}
          range={range}
          whole={whole}
          timeZone={timeZone}
          listed={found?.listed}
          onListed={openedControls.onListed}
          onFile={onFile}
        />
      )}
      {settledFirst !== undefined && (
        <ExploreTabs
          view={state.view}
          plan={state.plan}
          series={settledFirst}
          opened={opened}
          asRead={exploration.asRead}
          truth={exploration.truth}
          unit={unit}
          timeZone={timeZone}
          handlers={handlers}
          onEvaluated={onEvaluated}
        />
      )}
    </>
  );
}
