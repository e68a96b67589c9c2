import { type DetectedSeries, defaultSettings, loadEngine, type PartialSettings } from 'foreband-engine';

import { detectionFrame } from '../../../grafana/detectionFrame';
import type { ModelSeries } from '../../model/panelModel';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const STEP = 600_000;

/** Monday, 2 March 2026, 00:00 UTC: where the visible day begins. */
export const MIDNIGHT = Date.UTC(2026, 2, 2);

/** At ten o'clock the level jumps from 1 to 3, and stays. */
export const JUMP = MIDNIGHT + 10 * HOUR;

function samples(start: number, end: number) {
  const time = Float64Array.from({ length: (end - start) / STEP }, (_, row) => start + row * STEP);
  const y = time.map((at) => (at < JUMP ? 1 : 3) + 0.02 * (((at / STEP) * 7) % 5));
  return { name: 'web', labels: {}, time, y };
}

/**
 * A series of fourteen days at 1, and of a day at whose tenth hour the level becomes 3: detected as a panel does.
 * @param hours how much of that day there is.
 */
export async function jumpedSeries(hours: number, settings: PartialSettings = {}): Promise<DetectedSeries> {
  const engine = await loadEngine();
  const visible = samples(MIDNIGHT, MIDNIGHT + hours * HOUR);
  const outcome = engine.detect({
    training: samples(MIDNIGHT - 14 * DAY, MIDNIGHT),
    visible,
    forecastEnd: MIDNIGHT + hours * HOUR,
    settings: { ...defaultSettings, stepMs: STEP, ...settings },
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

/** The same as one of a panel's series. */
export function modelSeriesOf(outcome: DetectedSeries): ModelSeries {
  const frame = detectionFrame(outcome, { refId: 'A', name: 'web', isSimulated: false });
  const [timeField, field] = frame.fields;
  const line = outcome.series;
  return {
    chart: { key: 'web', name: 'web', refId: 'A', frame, timeField, field, line, isHidden: false },
    color: 'red',
    settings: outcome.settings,
    outcome,
  };
}
