import { fittedSeries, HISTORY_END } from '../fittedSeries.js';

import { scorableOn } from '../../src/score/scorableOn.js';

const STEP_MS = 600_000;
const times = (...steps: number[]) => Float64Array.from(steps, (step) => HISTORY_END + step * STEP_MS);

describe('scorableOn(fitted, time, settings)', () => {
  it('keeps the adaptive score on the grid of the model alone', async () => {
    const { fitted, settings } = (await fittedSeries()).detected;
    expect(scorableOn(fitted, times(0, 1, 2, 5), settings)).toBe(fitted);
    expect(scorableOn(fitted, times(0, 1.5), settings)).toEqual({ ...fitted, adaptive: null });
    expect(scorableOn(fitted, times(0, 2), { stepMs: 2 * STEP_MS })).toEqual({ ...fitted, adaptive: null });
  });

  it('leaves a classic model as it is', async () => {
    const { fitted, settings } = (await fittedSeries()).detected;
    const classic = { ...fitted, adaptive: null };
    expect(scorableOn(classic, times(0, 1), settings)).toEqual(classic);
  });
});
