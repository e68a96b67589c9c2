import type { Model } from '../fit/model.js';

/** A lasting change of level as it was fitted. */
export interface StepSize {
  /** Name of the component. */
  readonly name: string;
  /** Epoch milliseconds: the first moment of the new level. */
  readonly time: number;
  /** How much higher the new level is, in the unit of y; negative where it is lower. */
  readonly size: number;
  /** Whether it is sure to last: while it is not, the interval reaches back to the old level. */
  readonly isSettled: boolean;
}

/** The sizes of a model's steps, in the order of the option; none gives none. */
export function stepSizes({ options, params, scaling }: Model): readonly StepSize[] {
  const first = params.beta.length - options.steps.length;
  return options.steps.map(({ name, time, isSettled }, i) => ({
    name,
    time,
    size: scaling.yScale * params.beta[first + i],
    isSettled,
  }));
}
