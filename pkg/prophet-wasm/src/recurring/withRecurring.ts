import { checkObject } from '../checkShape.js';
import type { Model } from '../fit/model.js';
import { invalid } from '../invalid.js';
import { parseRecurring } from './parseRecurring.js';
import { RECURRING, type Recurring } from './recurring.js';

/**
 * The model with this on top of what it was fitted to: a component `recurring` of its forecast, and part of yhat. Null takes
 * it off again.
 * @throws RangeError for values that cannot be used, or a model that has a component of this name.
 */
export function withRecurring(model: Model, recurring: Recurring | null): Model {
  checkObject('model', model, 'what fit returned');
  if (recurring === null) {
    return { ...model, recurring };
  }
  checkComponentName(model);
  return { ...model, recurring: parseRecurring(recurring) };
}

/** @throws RangeError where a component has the name that what returns would have. */
export function checkComponentName({ seasonalities, holidays, regressors, options }: Model): void {
  const isTaken = [...seasonalities, ...holidays, ...regressors, ...options.steps].some(
    ({ name }) => name === RECURRING,
  );
  if (isTaken) {
    throw invalid('recurring', 'a model with a component of this name', 'another name for that component');
  }
}
