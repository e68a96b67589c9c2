import { hashWords } from './hashWords.js';
import { streams } from './randomAt.js';
import { parseScenario, type Scenario } from './scenario.js';

const roles = [
  { role: 'web', baseLoad: 0.22, dailyAmplitude: 0.4, peakHour: 14, weekendDrop: 0.1 },
  { role: 'db', baseLoad: 0.3, dailyAmplitude: 0.25, peakHour: 12, weekendDrop: 0.06 },
  { role: 'batch', baseLoad: 0.25, dailyAmplitude: 0.3, peakHour: 20, weekendDrop: 0 },
] as const;

/**
 * Scenarios of several unlike instances: `web-1:9100`, `db-1:9100`, `batch-1:9100`, `web-2:9100` and so on, each with a
 * seed of its own drawn from the given one.
 * @param nInstances a whole number, 1 to 1000. Default 3.
 * @throws RangeError for another number of instances.
 */
export function createFleet(seed = 1, nInstances = 3): readonly Scenario[] {
  if (!Number.isInteger(nInstances) || nInstances < 1 || nInstances > 1000) {
    throw new RangeError(`invalid nInstances: ${nInstances} (expected 1 to 1000)`);
  }
  return Array.from({ length: nInstances }, (_, i) => {
    const { role, ...shape } = roles[i % roles.length];
    const instance = `${role}-${Math.floor(i / roles.length) + 1}:9100`;
    return parseScenario({ ...shape, instance, seed: hashWords(seed, streams.fleet, i) });
  });
}
