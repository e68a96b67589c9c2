import { useMemo } from 'react';
import type { TimeZone } from '@grafana/data';
import { LegendDisplayMode, VizLegend, type VizLegendOptions } from '@grafana/ui';

import type { ModelSeries } from '../model/panelModel';

import { legendItems } from './legendItems';

interface Props {
  readonly series: readonly ModelSeries[];
  readonly options: VizLegendOptions;
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: TimeZone;
  readonly onSort: (column: string) => void;
}

/** Grafana's own legend, with anomaly counts. A click on an entry isolates the series and so shows its band. */
export function AnomalyLegend({ series, options, now, timeZone, onSort }: Props) {
  const isTable = options.displayMode === LegendDisplayMode.Table;
  const items = useMemo(
    () => legendItems(series, { calcs: options.calcs, isTable, now, timeZone }),
    [series, options.calcs, isTable, now, timeZone],
  );
  return (
    <VizLegend
      items={items}
      displayMode={options.displayMode}
      placement={options.placement}
      sortBy={options.sortBy}
      sortDesc={options.sortDesc}
      isSortable={true}
      onToggleSort={onSort}
    />
  );
}
