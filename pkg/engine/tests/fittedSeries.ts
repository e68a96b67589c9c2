import type { DetectedSeries } from '../src/detect/detectedSeries.js';
import { loadEngine, type Engine } from '../src/engine.js';
import { parseSettings } from '../src/settings/parseSettings.js';

const STEP_MS = 600_000;
const DAY_MS = 86_400_000;

/** End of the history of `fittedSeries`, epoch ms: a Monday's midnight. */
export const HISTORY_END = 7 * 7 * DAY_MS + 4 * DAY_MS;

// A fixed zigzag instead of random noise: the fit needs some, the test needs none.
function sampleAt(time: number): number {
  return 0.4 + 0.2 * Math.sin((2 * Math.PI * time) / DAY_MS) + 0.01 * (((time / STEP_MS) * 7) % 5) - 0.02;
}

/** Samples every ten minutes, with an amount added to each. */
export function samples(start: number, nDays: number, shift = 0) {
  const time = Float64Array.from({ length: nDays * 144 }, (_, row) => start + row * STEP_MS);
  return { time, y: time.map((moment) => sampleAt(moment) + shift) };
}

/** A series with a model of three weeks, scored on the two days after. */
export async function fittedSeries(
  name = 'web',
): Promise<{ readonly engine: Engine; readonly detected: DetectedSeries }> {
  const engine = await loadEngine();
  const labels = { instance: name };
  const outcome = engine.detect({
    training: { name, labels, ...samples(HISTORY_END - 21 * DAY_MS, 21) },
    visible: { name, labels, ...samples(HISTORY_END, 2) },
    forecastEnd: HISTORY_END + 2 * DAY_MS,
    settings: parseSettings({ stepMs: STEP_MS, trainingWindowMs: 21 * DAY_MS }),
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return { engine, detected: outcome };
}
