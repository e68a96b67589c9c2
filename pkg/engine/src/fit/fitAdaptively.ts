import { replayAdaptive, type AdaptiveState, type Unit } from 'foreband-detector';
import {
  edgesAt,
  fitAdaptive,
  type AdaptiveFit,
  type AdaptiveModelOptions,
  type Bounds,
  type Model,
  type Prophet,
} from 'prophet-wasm';

import { zoneClock } from '../calendar/zoneClock.js';
import type { FitSettings } from '../settings/settings.js';

import { prophetOptions } from './prophetOptions.js';

import { fingerprint } from './fingerprint.js';
import type { FitRows } from './fitRows.js';
import type { AdaptivePart, FittedModel } from './fittedModel.js';
import { fullOf } from './fullOf.js';
import { growthBounds } from './growthBounds.js';
import { modelFingerprint } from './modelFingerprint.js';
import { onGrid, type GridRows } from './onGrid.js';

function boundsOf({ bounds, boundMin, boundMax }: FitSettings, unit: Unit): 'off' | Bounds {
  switch (bounds) {
    case 'off':
      return 'off';
    case 'fixed':
      return { lower: boundMin, upper: boundMax, when: 'always' };
    case 'auto':
      return { lower: 0, upper: fullOf[unit], when: 'held' };
  }
}

// A custom period is the adaptive fit's own option.
function modelOptions(settings: FitSettings, { time, unit, calendar }: FitRows): AdaptiveModelOptions {
  const { seasonalities: _cycle, ...options } = prophetOptions(settings, time, calendar);
  return { ...options, bounds: boundsOf(settings, unit) };
}

function largestSize(y: Float64Array): number {
  let size = 0;
  for (const value of y) {
    size = Math.abs(value) > size ? Math.abs(value) : size;
  }
  return size;
}

/** State of the score at the end of the training: read from forecasts that had not seen their day. */
function readState(
  { time, y, stepMs }: GridRows,
  fit: AdaptiveFit,
  settings: FitSettings,
  uncounted: FitRows['uncounted'] = [],
): AdaptiveState {
  const { model } = fit;
  const { state } = replayAdaptive(
    { time, y, yhat: fit.outOfSample(), edges: edgesAt(model, { time }) },
    {
      stepMs,
      size: largestSize(y),
      ownDeviation: model.params.sigmaObs * model.scaling.yScale,
      pagesPerWeek: settings.pagesPerWeek,
      uncounted,
      bounds: model.bounds,
      localTime: zoneClock(model.options.timeZone),
    },
  );
  return state;
}

function findingsOf(fit: AdaptiveFit): Pick<AdaptivePart, 'blocks' | 'drifts' | 'period'> {
  const { blocks, drifts, period } = fit.found;
  return { blocks, drifts, period };
}

/** A model with what its score knows of the series, but without where it comes from. */
export interface AdaptiveModel {
  readonly model: Model;
  readonly nExcluded: number;
  readonly adaptive: AdaptivePart;
}

/**
 * Fits a model adaptively, and reads what its score needs.
 * @throws RangeError for settings or samples the model cannot use.
 */
export function fitAdaptiveModel(prophet: Prophet, rows: FitRows, settings: FitSettings): AdaptiveModel {
  const grid = onGrid(rows, settings.stepMs);
  const { cycleMs, cycleOrder } = settings;
  const fit = fitAdaptive(
    prophet,
    { start: grid.time[0], stepMs: grid.stepMs, y: grid.y, ...growthBounds(settings, rows.unit) },
    {
      model: modelOptions(settings, rows),
      period: cycleMs === null ? 'add' : { periodMs: cycleMs, fourierOrder: cycleOrder },
    },
  );
  const adaptive = { state: readState(grid, fit, settings, rows.uncounted), ...findingsOf(fit) };
  return { model: fit.model, nExcluded: fit.found.nExcluded, adaptive };
}

/**
 * The same with where it comes from.
 * @param now epoch ms.
 */
export function fitAdaptively(prophet: Prophet, rows: FitRows, settings: FitSettings, now: number): FittedModel {
  const { time, y } = rows;
  const fitted = fitAdaptiveModel(prophet, rows, settings);
  return {
    ...fitted,
    key: modelFingerprint({ ...fitted, intervalFactor: 1 }),
    origin: 'fitted',
    created: now,
    intervalFactor: 1,
    training: { start: time[0], end: time[time.length - 1], nSamples: time.length, fingerprint: fingerprint(time, y) },
    settings,
    evaluation: null,
  };
}
