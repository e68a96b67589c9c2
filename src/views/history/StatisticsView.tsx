import { useDeferredValue, useMemo } from 'react';
import { statisticsOf } from 'foreband-detector';

import { FigureList } from '../FigureList';
import { ViewTile } from '../layout/ViewTile';

import { maskedSeries } from './historySelection';
import type { HistoryViewProps } from './historyViewProps';
import { statisticsNumbers, statisticsTexts } from './statisticsRows';

/** Statistics of all samples, and of those selected beside. */
export function StatisticsView({ subject, rows, selection, mask, width, height }: HistoryViewProps) {
  // Sorting tens of thousands of samples can wait for the pointer to come to rest.
  const settled = useDeferredValue(mask);
  const all = useMemo(() => statisticsOf(rows.fitted), [rows.fitted]);
  const selected = useMemo(
    () => (settled === undefined ? undefined : statisticsOf(maskedSeries(rows.fitted, settled))),
    [rows.fitted, settled],
  );
  const columns = [
    { statistics: all, hasNeighbors: true },
    ...(selected === undefined ? [] : [{ statistics: selected, hasNeighbors: selection?.kind === 'time' }]),
  ];
  const headings = selected === undefined ? ['All'] : ['All', 'Selected'];
  return (
    <ViewTile
      width={width}
      height={height}
      title="Statistics"
      subject={subject.name}
      hasFigure={false}
      table={() => ({ headings: ['statistic', ...headings], rows: statisticsNumbers(columns) })}
    >
      {() => (
        <FigureList
          caption={`Statistics of ${subject.name}`}
          headings={headings}
          rows={statisticsTexts(columns, subject.format)}
        />
      )}
    </ViewTile>
  );
}
