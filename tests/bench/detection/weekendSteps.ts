import type { Engine } from 'foreband-engine';

import type { Contestant } from './contestant';
import type { EventTotals } from './eventTotals';
import { sensitivityCurve } from './sensitivityCurve';
import { simulatedSeries } from './simulatedSeries';

/** Steps at the weekend's midnights, in standard deviations of the noise. */
const weekendSteps: readonly number[] = [0, 4, 8, 12];

/** Size of the anomalies that are planted beside them, in standard deviations of the noise. */
const PLANTED_SIZE = 6;

/** A contestant beside weekends of growing sharpness. */
export interface WeekendResult {
  readonly name: string;
  readonly steps: ReadonlyArray<{ readonly weekendStep: number; readonly events: EventTotals }>;
}

/** How the sharpness of the weekend, which no smooth weekly seasonality follows, changes what is found. */
export function evaluateWeekends(engine: Engine, seeds: readonly number[], contestant: Contestant): WeekendResult {
  const steps = weekendSteps.map((weekendStep) => {
    const series = seeds.map((seed) => simulatedSeries(seed, weekendStep));
    const [{ events }] = sensitivityCurve(engine, series, contestant, [PLANTED_SIZE]).points;
    return { weekendStep, events };
  });
  return { name: contestant.name, steps };
}
