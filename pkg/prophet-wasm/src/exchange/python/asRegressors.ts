import { civilTimes } from '../../features/civilClock.js';
import { stepColumn } from '../../features/stepColumn.js';
import type { Model } from '../../fit/model.js';
import type { History } from '../../history/history.js';
import { timesOf } from '../../history/timesOf.js';
import { RECURRING, type Recurring } from '../../recurring/recurring.js';
import { valuesAt, weekTable } from '../../recurring/weekTable.js';

/** A model and its history as Python Prophet can have them. */
interface Portable {
  readonly model: Model;
  readonly history: History;
}

/**
 * Steps, and what recurs, as regressors that are not standardised, with their columns: Python has no others. What recurs
 * enters in the unit of y, so that its coefficient is one unit of scaled y.
 */
export function asRegressors(model: Model, history: History): Portable {
  const { options, regressors, params, recurring, scaling } = model;
  if (options.steps.length === 0 && recurring === null) {
    return { model, history };
  }
  const time = Float64Array.from(timesOf(history));
  const columns: Record<string, Float64Array> = {};
  for (const step of options.steps) {
    columns[step.name] = stepColumn(step.time, time) ?? new Float64Array(time.length);
  }
  if (recurring !== null) {
    columns[RECURRING] = recurringColumn(recurring, time, options.timeZone);
  }
  const added = [
    ...options.steps.map(({ name, priorScale }) => ({ name, priorScale })),
    ...(recurring === null ? [] : [{ name: RECURRING, priorScale: options.holidaysPriorScale }]),
  ];
  const beta = recurring === null ? params.beta : [...params.beta, 1 / scaling.yScale];
  return {
    model: {
      ...model,
      options: {
        ...options,
        steps: [],
        regressors: [
          ...options.regressors,
          ...added.map((one) => ({ ...one, mode: 'additive' as const, standardize: false })),
        ],
      },
      regressors: [
        ...regressors,
        ...added.map((one) => ({ ...one, mode: 'additive' as const, mean: 0, deviation: 1 })),
      ],
      params: { ...params, beta },
      recurring: null,
    },
    history: { ...history, regressors: { ...history.regressors, ...columns } },
  };
}

function recurringColumn({ slotMs, runs }: Recurring, time: Float64Array, timeZone: string): Float64Array {
  return valuesAt(weekTable(slotMs, runs), slotMs, civilTimes(time, timeZone));
}
