import type { VizLegendOptions } from '@grafana/ui';

/** The order after a click on a column's header: largest first, then smallest first, then as queried. */
export function nextSort(legend: VizLegendOptions, column: string): VizLegendOptions {
  if (legend.sortBy !== column) {
    return { ...legend, sortBy: column, sortDesc: true };
  }
  return legend.sortDesc === true
    ? { ...legend, sortBy: column, sortDesc: false }
    : { ...legend, sortBy: undefined, sortDesc: undefined };
}
