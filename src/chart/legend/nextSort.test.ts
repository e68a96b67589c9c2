/** @jest-environment jsdom */
import '../../grafana/testing/browser';

import { LegendDisplayMode, type VizLegendOptions } from '@grafana/ui';

import { nextSort } from './nextSort';

const legend: VizLegendOptions = {
  showLegend: true,
  displayMode: LegendDisplayMode.Table,
  placement: 'bottom',
  calcs: [],
};

describe('nextSort', () => {
  it('sorts by a column largest first, then smallest first, then as queried', () => {
    const first = nextSort(legend, 'Anomalies');
    const second = nextSort(first, 'Anomalies');
    const third = nextSort(second, 'Anomalies');
    expect([first, second, third].map(({ sortBy, sortDesc }) => [sortBy, sortDesc])).toEqual([
      ['Anomalies', true],
      ['Anomalies', false],
      [undefined, undefined],
    ]);
  });
});
