import { MODEL_VERSION } from '../fit/model.js';

/**
 * Brings a model of version 1, which had additive seasonalities and nothing besides, to the present shape. What is no such
 * model is left as it is, for the reader to refuse.
 */
export function upgrade(value: unknown): unknown {
  if (!isObject(value) || value.version !== 1) {
    return value;
  }
  return {
    ...value,
    version: MODEL_VERSION,
    options: upgradeOptions(value.options),
    scaling: isObject(value.scaling) ? { hasFloor: false, floor: null, cap: null, ...value.scaling } : value.scaling,
    seasonalities: upgradeSeasonalities(value.seasonalities),
    holidays: [],
    regressors: [],
  };
}

const NEW_OPTIONS = {
  seasonalityMode: 'additive',
  holidays: [],
  holidaysMode: 'additive',
  holidaysPriorScale: 10,
  regressors: [],
  timeZone: 'UTC',
};

function upgradeOptions(options: unknown): unknown {
  return isObject(options)
    ? { ...options, ...NEW_OPTIONS, seasonalities: upgradeSeasonalities(options.seasonalities) }
    : options;
}

/** A list longer than any model's is not worth copying: the reader refuses it. */
function upgradeSeasonalities(seasonalities: unknown): unknown {
  return Array.isArray(seasonalities) && seasonalities.length <= 1000
    ? seasonalities.map((one: unknown) => (isObject(one) ? { ...one, mode: 'additive', conditionName: null } : one))
    : seasonalities;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
