import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { TimeSpan } from 'foreband-detector';

import { ViewGrid } from '../layout/ViewGrid';
import type { PlotSize } from '../plot/plotFrame';
import { ViewMessage } from '../states/ViewMessage';

import { AutocorrelationView } from './AutocorrelationView';
import { ComponentsView } from './ComponentsView';
import { DecompositionView } from './DecompositionView';
import { DistributionView } from './DistributionView';
import { historyRows, type HistoryRows } from './historyRows';
import { selectedRows, type HistorySelection } from './historySelection';
import type { HistorySubject } from './historySubject';
import { historyViewList, type HistoryViewId } from './historyViewList';
import type { HistoryViewProps } from './historyViewProps';
import { PeriodsView } from './PeriodsView';
import { selectedGrid } from './selectedGrid';
import { SELECTION_BAR_PX, SelectionBar } from './SelectionBar';
import { SeriesView } from './SeriesView';
import { StationarityView } from './StationarityView';
import { StatisticsView } from './StatisticsView';
import { WeekView } from './WeekView';

interface Props extends PlotSize {
  readonly subject: HistorySubject;
  /** Which views are shown. Default all. */
  readonly views?: readonly HistoryViewId[];
  /** Lengths of the moving averages over the series, ms. Default a day and a week. */
  readonly averagesMs?: readonly number[];
  /** Leaves a time range out of the training; without it nothing is offered. */
  readonly onExclude?: (span: TimeSpan) => void;
  /** How long that lasts, in a sentence. */
  readonly excludeHint?: string;
  /** The hint while nothing is selected. Default: how to select. */
  readonly hint?: ReactNode;
}

const MIN_HEIGHT_WITH_BAR = 260;

const DAY_AND_WEEK: readonly number[] = [86_400_000, 7 * 86_400_000];

function renderView(id: HistoryViewId, props: HistoryViewProps, averagesMs: readonly number[]): ReactNode {
  switch (id) {
    case 'series':
      return <SeriesView {...props} averagesMs={averagesMs} />;
    case 'distribution':
      return <DistributionView {...props} />;
    case 'week':
      return <WeekView {...props} />;
    case 'components':
      return <ComponentsView {...props} />;
    case 'decomposition':
      return <DecompositionView {...props} />;
    case 'autocorrelation':
      return <AutocorrelationView {...props} />;
    case 'statistics':
      return <StatisticsView {...props} />;
    case 'stationarity':
      return <StationarityView {...props} />;
    case 'periods':
      return <PeriodsView {...props} />;
  }
}

// Which rows a selection marks, and the grid of what needs neighbors, which may wait for the pointer to come to rest.
function useSelected(rows: HistoryRows, selection: HistorySelection | undefined, stepMs: number) {
  const mask = useMemo(() => (selection === undefined ? undefined : selectedRows(rows, selection)), [rows, selection]);
  const current = useMemo(() => ({ rows, selection, mask }), [rows, selection, mask]);
  const settled = useDeferredValue(current);
  const grid = useMemo(() => selectedGrid(settled.rows, settled.selection, settled.mask, stepMs), [settled, stepMs]);
  return { mask, grid };
}

function countOf(mask: Uint8Array | undefined): number {
  return mask?.reduce((sum, selected) => sum + selected, 0) ?? 0;
}

/** The history of a series in several views that select in one another. */
export function HistoryViews({ subject, width, height, onExclude, excludeHint, hint, ...shown }: Props) {
  const { views, averagesMs = DAY_AND_WEEK } = shown;
  const [selection, setSelection] = useState<HistorySelection>();
  const rows = useMemo(() => historyRows(subject), [subject]);
  const { mask, grid } = useSelected(rows, selection, subject.stepMs);
  if (!rows.fitted.y.some(Number.isFinite)) {
    return (
      <ViewMessage
        title="No samples"
        advice={
          rows.all.y.some(Number.isFinite)
            ? 'Every sample is excluded from the fit. Remove an exclusion in the panel options.'
            : 'The query returned no samples. Check the query, the training window and the time range.'
        }
      />
    );
  }
  const viewProps = { subject, rows, selection, mask, grid, onSelect: setSelection };
  const offered = historyViewList.filter(({ id }) => views?.includes(id) ?? true);
  const exclude =
    onExclude === undefined || selection?.kind !== 'time'
      ? undefined
      : () => {
          onExclude(selection.span);
          setSelection(undefined);
        };
  const isRoomy = height >= MIN_HEIGHT_WITH_BAR;
  return (
    <div style={{ width, height, position: 'relative' }}>
      {/* In a small panel the bar covers the picker of views: nothing moves under a pointer that is selecting. */}
      {(isRoomy || selection !== undefined || hint !== undefined) && (
        <div style={{ position: isRoomy ? 'static' : 'absolute', zIndex: 1 }}>
          <SelectionBar
            subject={subject}
            selection={selection}
            nSelected={countOf(mask)}
            width={width}
            onClear={() => setSelection(undefined)}
            onExclude={exclude}
            excludeHint={excludeHint}
            hint={hint}
          />
        </div>
      )}
      <ViewGrid
        width={width}
        height={isRoomy ? height - SELECTION_BAR_PX : height}
        views={offered.map((view) => ({
          ...view,
          render: (size: PlotSize) => renderView(view.id, { ...viewProps, ...size }, averagesMs),
        }))}
      />
    </div>
  );
}
