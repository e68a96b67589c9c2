import type { Features } from '../../features/terms.js';
import { field, unreadable } from '../reader.js';
import type { PythonFields } from './pythonFields.js';

/** The component of each coefficient, in the order of `params.beta`: seasonalities, holidays, regressors. */
export function componentsOf({ seasonalities, holidays, regressors }: Features): readonly string[] {
  return [
    ...seasonalities.flatMap(({ name, fourierOrder }) => new Array<string>(2 * fourierOrder).fill(name)),
    ...holidays.map(({ name }) => name),
    ...regressors.map(({ name }) => name),
  ];
}

/**
 * The file says which coefficient belongs to which component, and so whether its features are those it names.
 * @throws RangeError naming the first coefficient that belongs to another component.
 */
export function checkComponents({ train_component_cols: rows, params }: PythonFields, components: readonly string[]) {
  // Without any feature Stan is given one column of zeros, which belongs to no component.
  const nRows = Math.max(components.length, 1);
  const counts = [
    { at: 'params.beta', found: params.beta.length },
    { at: 'train_component_cols', found: rows.length },
  ];
  for (const { at, found } of counts) {
    if (found !== nRows) {
      throw unreadable(
        at,
        `${found} items`,
        `${nRows}: two for each Fourier order, one for each holiday and regressor`,
      );
    }
  }
  components.forEach((name, i) => {
    const value = field(rows[i], name);
    if (value !== 1) {
      throw unreadable(
        `train_component_cols[${i}].${name}`,
        value,
        '1: seasonalities first, holidays by name, regressors',
      );
    }
  });
}
