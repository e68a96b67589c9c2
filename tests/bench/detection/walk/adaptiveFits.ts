import { guessUnit, type Unit } from 'foreband-detector';
import { type AdaptiveFit, type AdaptiveOptions, fitAdaptive, type Prophet } from 'prophet-wasm';

import { type FitMoment, fitMoments } from './fitMoments';
import type { RegularSeries } from './walk';

/** A fit of the walk, with the times and values of its window. */
export interface WalkedFit extends FitMoment, Pick<AdaptiveFit, 'model'> {
  /** Forecast that each row of the window would have had. */
  readonly outOfSample: Float64Array;
}

/** An incident that began before the first row that counts is known for so long. */
const EARLIER_MS = 3 * 3_600_000;

/** The largest value of a unit that has one. */
const fullOf: Readonly<Record<Unit, number | null>> = { fraction: 1, percent: 100, other: null };

/** Fits a series as time goes by. What is fitted does not depend on how it is scored. */
export function adaptiveFits(
  prophet: Prophet,
  { time, y }: RegularSeries,
  from: number,
  options?: AdaptiveOptions,
): readonly WalkedFit[] {
  const stepMs = time[1] - time[0];
  const moments = fitMoments(time, from - Math.round(EARLIER_MS / stepMs));
  return moments.flatMap((moment) => {
    const values = y.subarray(moment.windowFrom, moment.row);
    if (values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0) < 2) {
      return [];
    }
    const window = { start: time[moment.windowFrom], stepMs, y: values };
    const unit = guessUnit({ name: '', labels: {}, time: time.subarray(moment.windowFrom, moment.row), y: values });
    const bounds = { lower: 0, upper: fullOf[unit], when: 'held' } as const;
    const { model, outOfSample } = fitAdaptive(prophet, window, { ...options, model: { bounds, ...options?.model } });
    return [{ ...moment, model, outOfSample: outOfSample() }];
  });
}
