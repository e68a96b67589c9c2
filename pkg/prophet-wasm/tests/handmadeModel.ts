import type { Model } from 'prophet-wasm';

/** Parts of a model. Default none: no rate, no offset, no changes but a zero one at time 0, no seasonality. */
export interface HandmadeParts {
  readonly growth?: Model['options']['growth'];
  /** Milliseconds that stand for one unit of scaled time, 1 unless given; scaled time 0 is 1970-01-01 00:00 UTC. */
  readonly timeScaleMs?: number;
  readonly params: Partial<Model['params']>;
  readonly seasonalities?: Model['seasonalities'];
}

/** A model that no fit made, in data units (scale 1, offset 0): what predict makes of known parameters. */
export function handmadeModel({
  growth = 'linear',
  timeScaleMs = 1,
  params,
  seasonalities = [],
}: HandmadeParts): Model {
  return {
    version: 3,
    options: {
      growth,
      changepoints: null,
      nChangepoints: 25,
      changepointRange: 0.8,
      changepointPriorScale: 0.05,
      yearlySeasonality: false,
      weeklySeasonality: false,
      dailySeasonality: false,
      seasonalities: [],
      seasonalityMode: 'additive',
      seasonalityPriorScale: 10,
      holidays: [],
      holidaysMode: 'additive',
      holidaysPriorScale: 10,
      regressors: [],
      steps: [],
      bounds: { lower: null, upper: null, when: 'always' },
      timeZone: 'UTC',
      scaling: 'absmax',
      intervalWidth: 0.8,
    },
    scaling: { yScale: 1, yMin: 0, hasFloor: false, floor: null, cap: null, timeStart: 0, timeScaleMs },
    params: { k: 0, m: 0, delta: [0], tChange: [0], beta: [], sigmaObs: 1, ...params },
    seasonalities,
    inactiveSeasonalities: [],
    holidays: [],
    regressors: [],
    bounds: { lower: null, upper: null },
    recurring: null,
    history: { start: 0, end: timeScaleMs, count: 2 },
    fit: { status: 'certified', logPosterior: 0, kkt: 0 },
  };
}
