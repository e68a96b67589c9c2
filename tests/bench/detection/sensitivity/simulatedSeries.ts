import {
  injectAnomalies,
  parseInjectionOptions,
  parseScenario,
  simulate,
  type InjectionKind,
  type Series,
} from 'foreband-detector';

const DAY_MS = 86_400_000;

/** Distance of two samples. */
export const STEP_MS = 600_000;
/** Length of a series. */
export const SPAN_MS = 28 * DAY_MS;
/** Share that the model is fitted to; the rest is held out. */
export const TRAINING_SHARE = 0.8;
/** The anomalies that the benchmark plants. */
export const plantedKinds: readonly InjectionKind[] = ['spike', 'dip', 'levelShift'];

const NOISE = 0.015;
// A Monday.
const FIRST_DAY = Date.UTC(2026, 4, 4);
const CONTAMINATED_SHARE = 0.01;
const CONTAMINATION_SIZE = 10;

/** A simulated series with its part for the fit. */
export interface SimulatedSeries {
  readonly seed: number;
  /** All rows, those for the fit contaminated, the others normal. */
  readonly series: Series;
  /** The first row that is held out. */
  readonly firstHeldOut: number;
  /** Standard deviation of the noise: the sigmaObs of a model that knows everything else. */
  readonly noise: number;
}

// A few draws of a series' shape; everything else is the simulation's.
function drawShape(seed: number) {
  const draw = (place: number, from: number, to: number) => {
    const share = (Math.imul(seed * 8 + place, 0x9e3779b1) >>> 0) / 2 ** 32;
    return from + share * (to - from);
  };
  return {
    firstDay: FIRST_DAY + Math.floor(draw(0, 0, 7)) * DAY_MS,
    peakHour: draw(1, 9, 20),
    dailyAmplitude: draw(2, 0.15, 0.4),
    baseLoad: draw(3, 0.2, 0.35),
    drawnStep: draw(4, 2, 8),
  };
}

/**
 * CPU usage of 28 days every ten minutes: a day's shape, a step at the weekend's midnights, noise, and 1 % of the
 * training in spikes, dips and level shifts of 10 standard deviations.
 * @param weekendStep in standard deviations of the noise, 0 or more. Default drawn from the seed, 2 to 8.
 */
export function simulatedSeries(seed: number, weekendStep?: number): SimulatedSeries {
  const { firstDay, drawnStep, ...shape } = drawShape(seed);
  const weekendDrop = NOISE * (weekendStep ?? drawnStep);
  const scenario = parseScenario({ ...shape, weekendDrop, seed, noise: NOISE, burstChance: 0, nAnomaliesPerWeek: 0 });
  const { series } = simulate(scenario, { start: firstDay, end: firstDay + SPAN_MS - STEP_MS, stepMs: STEP_MS });
  const firstHeldOut = Math.round(TRAINING_SHARE * series.time.length);
  const contamination = parseInjectionOptions({
    seed,
    kinds: plantedKinds,
    ratio: CONTAMINATED_SHARE,
    size: CONTAMINATION_SIZE,
    scale: NOISE,
    range: { start: series.time[0], end: series.time[firstHeldOut - 1] },
  });
  return { seed, series: injectAnomalies(series, contamination).series, firstHeldOut, noise: NOISE };
}
