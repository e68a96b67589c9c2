import type { DataFrame } from '@grafana/data';

import { loadEngine, parseSettings } from 'foreband-engine';
import { detectionFrame } from '../detectionFrame';

const STEP = 600_000;
const DAY = 86_400_000;

/** First moment of the visible day. */
export const VISIBLE_START = 30 * DAY;
/** Row of the visible day at which the spike stands. */
export const SPIKE_ROW = 60;

// A fixed zigzag instead of random noise: the fit needs some, the test needs none.
function sample(time: number): number {
  const phase = (2 * Math.PI * time) / DAY;
  return 0.4 + 0.2 * Math.sin(phase) + 0.01 * Math.sin((time / STEP) ** 2) + 0.01 * Math.cos((7 * time) / STEP);
}

function rows(start: number, count: number) {
  const time = Float64Array.from({ length: count }, (_, row) => start + row * STEP);
  return { time, y: time.map(sample) };
}

/** A detection frame of one day with one spike, fitted to four weeks, as the data source makes them. */
export async function detectedFrame(name = 'web', isSimulated = false): Promise<DataFrame> {
  const engine = await loadEngine();
  const labels = { instance: name };
  const visible = rows(VISIBLE_START, 144);
  visible.y[SPIKE_ROW] += 0.4;
  const outcome = engine.detect({
    training: { name, labels, ...rows(2 * DAY, 28 * 144) },
    visible: { name, labels, ...visible },
    forecastEnd: VISIBLE_START + DAY,
    settings: parseSettings({ stepMs: STEP }),
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return detectionFrame(outcome, { refId: 'A', name, isSimulated, unit: 'percentunit' });
}
