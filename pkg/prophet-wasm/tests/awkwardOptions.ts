import type { CustomSeasonality, Holiday, Mode, ProphetOptions, Regressor } from 'prophet-wasm';

import type { Random } from './random.js';

const HOUR_MS = 3_600_000;

/** Draws options of every kind; `time` says where holidays make a difference. */
export function drawAwkwardOptions(random: Random, time: readonly number[]): ProphetOptions {
  return {
    growth: random.pick(['linear', 'linear', 'linear', 'logistic', 'logistic', 'flat']),
    changepointPriorScale: random.pick([0.01, 0.05, 0.05, 0.5]),
    nChangepoints: random.pick([25, 25, 25, 0, 5, 60]),
    changepointRange: random.pick([0.8, 0.8, 1, 0.3]),
    scaling: random.pick(['absmax', 'absmax', 'minmax']),
    dailySeasonality: random.pick(['auto', 'auto', true, 12]),
    weeklySeasonality: random.pick(['auto', 'auto', false, true]),
    yearlySeasonality: random.pick(['auto', 'auto', 'auto', true]),
    seasonalityPriorScale: random.pick([10, 10, 0.1]),
    seasonalityMode: random.pick<Mode>(['additive', 'additive', 'multiplicative']),
    seasonalities: [
      ...sometimes(random, 0.15, () => ({ name: 'shift', periodMs: 28_800_000.5, fourierOrder: random.integer(1, 5) })),
      ...sometimes(random, 0.15, () => conditionalSeasonality(random)),
    ],
    holidays: random.uniform() < 0.25 ? drawHolidays(random, time) : [],
    holidaysMode: random.pick<Mode>(['additive', 'multiplicative']),
    regressors: regressorNames.flatMap((name) => sometimes(random, 0.08, () => drawRegressor(random, name))),
    timeZone: random.uniform() < 0.15 ? random.pick(timeZones) : 'UTC',
  };
}

/** Regressors by what is awkward about them; `awkwardColumns.ts` has their columns. */
export const regressorNames = ['noise', 'flag', 'single', 'line', 'pulse', 'huge', 'copy'] as const;

const timeZones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'];

const sometimes = <T>(random: Random, chance: number, draw: () => T): readonly T[] =>
  random.uniform() < chance ? [draw()] : [];

function conditionalSeasonality(random: Random): CustomSeasonality {
  return {
    name: 'at times',
    periodMs: 24 * HOUR_MS,
    fourierOrder: random.integer(1, 3),
    conditionName: random.pick(['some', 'all', 'none']),
    mode: random.pick<Mode>(['additive', 'multiplicative']),
  };
}

/** Days and intervals of the history and beyond it: some that every row falls on, some that none does. */
function drawHolidays(random: Random, time: readonly number[]): readonly Holiday[] {
  const day = () => new Date(random.pick(time) + random.pick([0, 0, 0, 1e11])).toISOString().slice(0, 10);
  const windows = { lowerWindow: random.pick([0, -1]), upperWindow: random.pick([0, 1, 10]) };
  const start = random.pick(time);
  return [
    { name: 'feast', day: day(), ...windows, priorScale: 5 },
    { name: 'feast', day: day(), priorScale: 5 },
    ...sometimes(random, 0.5, () => ({ name: 'eve', day: day() })),
    ...sometimes(random, 0.5, () => ({ name: 'outage', start, end: start + random.pick([1, HOUR_MS, 1e12]) })),
  ];
}

function drawRegressor(random: Random, name: string): Regressor {
  return {
    name,
    standardize: random.pick(['auto', 'auto', true, false]),
    mode: random.pick<Mode>(['additive', 'additive', 'multiplicative']),
    priorScale: random.pick([10, 0.5]),
  };
}
