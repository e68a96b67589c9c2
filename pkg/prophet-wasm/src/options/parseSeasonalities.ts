import { checkFields, checkObject } from '../checkShape.js';
import { invalid } from '../invalid.js';
import { MAX_FOURIER_ORDER, MIN_DURATION_MS } from './limits.js';
import { checkName, claimName } from './names.js';
import { parseList, parseMode, parsePriorScale, parseWhole } from './parseFields.js';
import type { CustomSeasonality, Mode } from './prophetOptions.js';

const FIELDS = ['name', 'periodMs', 'fourierOrder', 'priorScale', 'mode', 'conditionName'];

/** Values for a seasonality that states none itself. */
export interface SeasonalityDefaults {
  readonly priorScale: number;
  readonly mode: Mode;
}

/**
 * Checks the caller's own seasonalities and completes them.
 * @throws RangeError naming the field, its value and what is allowed.
 */
export function parseSeasonalities(
  value: readonly CustomSeasonality[],
  defaults: SeasonalityDefaults,
  taken: Map<string, string>,
): readonly Required<CustomSeasonality>[] {
  return parseList('seasonalities', value, (seasonality, i) => {
    checkObject(`seasonalities[${i}]`, seasonality, 'an object with name, periodMs and fourierOrder');
    checkName('seasonality', seasonality.name);
    claimName('seasonality', seasonality.name, taken);
    return parseSeasonality(seasonality, defaults);
  });
}

function parseSeasonality(seasonality: CustomSeasonality, defaults: SeasonalityDefaults): Required<CustomSeasonality> {
  const { name, periodMs, fourierOrder, conditionName = null } = seasonality;
  const { priorScale = defaults.priorScale, mode = defaults.mode } = seasonality;
  checkFields(`field of seasonality ${name}`, seasonality, FIELDS);
  if (typeof periodMs !== 'number' || !(periodMs >= MIN_DURATION_MS && periodMs < Infinity)) {
    throw invalid(`periodMs of seasonality ${name}`, periodMs, `milliseconds, at least ${MIN_DURATION_MS}`);
  }
  if (conditionName !== null) {
    checkName('condition', conditionName);
  }
  return {
    name,
    periodMs,
    fourierOrder: parseWhole(`fourierOrder of seasonality ${name}`, fourierOrder, 1, MAX_FOURIER_ORDER),
    priorScale: parsePriorScale(`priorScale of seasonality ${name}`, priorScale),
    mode: parseMode(`mode of seasonality ${name}`, mode),
    conditionName,
  };
}
