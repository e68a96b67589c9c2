import { checkFields, checkObject } from '../checkShape.js';
import { EPOCH_TIME, isEpochTime } from '../history/epochTime.js';
import { invalid } from '../invalid.js';
import { checkName, claimName } from './names.js';
import { parseList, parsePriorScale } from './parseFields.js';
import type { Step } from './prophetOptions.js';

/**
 * Checks steps and completes them.
 * @throws RangeError naming the step, the field, its value and what is allowed.
 */
export function parseSteps(
  value: readonly Step[],
  defaultScale: number,
  taken: Map<string, string>,
): readonly Required<Step>[] {
  return parseList('steps', value, (step, i) => {
    checkObject(`steps[${i}]`, step, 'an object with a time');
    checkFields(`field of steps[${i}]`, step, ['time', 'name', 'priorScale', 'isSettled']);
    const { time, priorScale = defaultScale, isSettled = true } = step;
    if (!isEpochTime(time)) {
      throw invalid(`time of steps[${i}]`, time, EPOCH_TIME);
    }
    const { name = `step ${new Date(time).toISOString()}` } = step;
    checkName('step', name);
    claimName('step', name, taken);
    if (typeof isSettled !== 'boolean') {
      throw invalid(`isSettled of step ${name}`, isSettled, 'true or false');
    }
    return { time, name, priorScale: parsePriorScale(`priorScale of step ${name}`, priorScale), isSettled };
  });
}
