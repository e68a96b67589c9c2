/** @jest-environment jsdom */
import '../../../grafana/testing/browser';

import { LegendDisplayMode, TooltipDisplayMode } from '@grafana/ui';

import { migrateOptions } from './migrateOptions';
import { optionsFromOtherPanel } from './optionsFromOtherPanel';
import { OPTIONS_VERSION } from './panelOptions';

describe('migrateOptions', () => {
  it('completes the options of a dashboard written by hand', () => {
    expect(migrateOptions({ options: {} })).toMatchObject({
      version: OPTIONS_VERSION,
      settings: {},
      draw: { band: true, markers: 'anomaly' },
      legend: { showLegend: true },
      tooltip: { mode: TooltipDisplayMode.Single },
    });
  });

  it('moves a threshold that stood beside the other options among the settings', () => {
    expect(migrateOptions({ options: { thresholdMultiplier: 3 } }).settings).toEqual({ thresholdMultiplier: 3 });
  });

  it('keeps what the present version stored', () => {
    const stored = { version: 1, settings: { n: 2, m: 3 }, draw: { band: false } };
    expect(migrateOptions({ options: stored })).toMatchObject({ settings: { n: 2, m: 3 }, draw: { band: false } });
  });

  it('moves an order that stood in place of a seasonality’s switch beside it', () => {
    const stored = { version: 1, settings: { weeklySeasonality: 10 } };
    expect(migrateOptions({ options: stored }).settings).toEqual({ weeklySeasonality: 'on', weeklyOrder: 10 });
  });

  it('survives options that are no object', () => {
    expect(migrateOptions({ options: null }).settings).toEqual({});
  });

  it('gives the same again when it runs twice', () => {
    const once = migrateOptions({ options: { thresholdMultiplier: 3 } });
    expect(migrateOptions({ options: once })).toEqual(once);
  });
});

describe('optionsFromOtherPanel', () => {
  const previous = {
    legend: { showLegend: true, displayMode: LegendDisplayMode.Table, placement: 'right' as const, calcs: ['mean'] },
    tooltip: migrateOptions({ options: { tooltip: { mode: TooltipDisplayMode.Multi } } }).tooltip,
  };

  it('keeps legend and tooltip of a time series panel', () => {
    expect(optionsFromOtherPanel('timeseries', previous)).toMatchObject({ ...previous, settings: {} });
  });

  it('starts afresh from a panel with other options', () => {
    expect(optionsFromOtherPanel('table', previous).legend.displayMode).toBe(LegendDisplayMode.List);
  });
});
