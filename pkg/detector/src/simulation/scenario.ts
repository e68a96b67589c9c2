import { injectionKinds, type InjectionKind } from './injection.js';

/** Everything that decides a simulated series: the same scenario gives the same value at the same time, for ever. */
export interface Scenario {
  /** Start of all randomness: a whole number of 32 bits. Two series with different seeds are unrelated. Default 1. */
  readonly seed: number;
  /** The instance label and the name of the series. Default 'web-1:9100'. */
  readonly instance: string;
  /** CPU share in the quietest hour of a working day, 0 to 1. Default 0.22. */
  readonly baseLoad: number;
  /** CPU share that the busiest hour of a working day adds, 0 to 1. Default 0.4. */
  readonly dailyAmplitude: number;
  /** Hour (UTC) of the daily peak, 0 to 24. Default 14. */
  readonly peakHour: number;
  /** CPU share missing on Saturday and Sunday (UTC), a step at midnight; 0 to 1. Default 0.1. */
  readonly weekendDrop: number;
  /** Standard deviation of the noise in CPU share, 0 to 1. Default 0.015. */
  readonly noise: number;
  /** Chance that an hour holds a burst: some minutes of harmless extra load, not labeled; 0 to 1. Default 0.15. */
  readonly burstChance: number;
  /** Anomalies planted per week (Monday to Sunday, UTC), each on a day of its own: 0 to 7. Default 3. */
  readonly nAnomaliesPerWeek: number;
  /** Kinds of anomaly, which take turns. Default every kind. */
  readonly anomalyKinds: readonly InjectionKind[];
}

const defaults: Scenario = {
  seed: 1,
  instance: 'web-1:9100',
  baseLoad: 0.22,
  dailyAmplitude: 0.4,
  peakHour: 14,
  weekendDrop: 0.1,
  noise: 0.015,
  burstChance: 0.15,
  nAnomaliesPerWeek: 3,
  anomalyKinds: injectionKinds,
};

/**
 * Completes and checks a scenario.
 * @throws RangeError naming the option, its value and what was expected.
 */
export function parseScenario(input: Partial<Scenario> = {}): Scenario {
  const scenario = { ...defaults, ...input };
  requireWhole('seed', scenario.seed, -(2 ** 31), 2 ** 32 - 1);
  requireWhole('nAnomaliesPerWeek', scenario.nAnomaliesPerWeek, 0, 7);
  requireWithin('peakHour', scenario.peakHour, 24);
  for (const name of ['baseLoad', 'dailyAmplitude', 'weekendDrop', 'noise', 'burstChance'] as const) {
    requireWithin(name, scenario[name], 1);
  }
  for (const kind of scenario.anomalyKinds) {
    if (!injectionKinds.includes(kind)) {
      throw new RangeError(`invalid anomalyKinds: ${String(kind)} (expected some of ${injectionKinds.join(', ')})`);
    }
  }
  return scenario;
}

function requireWhole(name: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(`invalid ${name}: ${value} (expected a whole number, ${min} to ${max})`);
  }
}

function requireWithin(name: string, value: number, max: number): void {
  if (!(value >= 0 && value <= max)) {
    throw new RangeError(`invalid ${name}: ${value} (expected 0 to ${max})`);
  }
}
