import { checkFields, checkObject } from '../checkShape.js';
import { invalid } from '../invalid.js';
import { checkName, claimName } from './names.js';
import { parseList, parseMode, parsePriorScale } from './parseFields.js';
import type { Regressor } from './prophetOptions.js';
import type { SeasonalityDefaults } from './parseSeasonalities.js';

/**
 * Checks regressors and completes them.
 * @throws RangeError naming the regressor, the field, its value and what is allowed.
 */
export function parseRegressors(
  value: readonly Regressor[],
  defaults: SeasonalityDefaults,
  taken: Map<string, string>,
): readonly Required<Regressor>[] {
  return parseList('regressors', value, (regressor, i) => {
    checkObject(`regressors[${i}]`, regressor, 'an object with a name');
    const { name, priorScale = defaults.priorScale, standardize = 'auto', mode = defaults.mode } = regressor;
    checkName('regressor', name);
    claimName('regressor', name, taken);
    checkFields(`field of regressor ${name}`, regressor, ['name', 'priorScale', 'standardize', 'mode']);
    if (standardize !== 'auto' && typeof standardize !== 'boolean') {
      throw invalid(`standardize of regressor ${name}`, standardize, "'auto', true or false");
    }
    return {
      name,
      priorScale: parsePriorScale(`priorScale of regressor ${name}`, priorScale),
      standardize,
      mode: parseMode(`mode of regressor ${name}`, mode),
    };
  });
}
