import { parseScenario, simulate, type SimulationRange } from 'foreband-detector';

const LEVEL = 0.5;
const DEVIATION = 0.1;

// The tallest burst of a scenario, as a share of the CPU.
const TALLEST_BURST = 0.06;

const flat = { baseLoad: LEVEL, dailyAmplitude: 0, weekendDrop: 0, nAnomaliesPerWeek: 0 };

/** Noise with deviation 1 around 0, half of it from sample to sample, half wandering over 20 minutes. */
export function noise(seed: number, range: SimulationRange): Float64Array {
  const { series } = simulate(parseScenario({ ...flat, seed, noise: DEVIATION, burstChance: 0 }), range);
  return series.y.map((value) => (value - LEVEL) / DEVIATION);
}

/** Bursts of 3 to 10 minutes, 0 between them and at most 1 within, at most one an hour and with this chance (0 to 1). */
export function bursts(seed: number, chance: number, range: SimulationRange): Float64Array {
  const { series } = simulate(parseScenario({ ...flat, seed, noise: 0, burstChance: chance }), range);
  return series.y.map((value) => (value - LEVEL) / TALLEST_BURST);
}
