import { MODEL_VERSION } from '../fit/model.js';

type Fields = Readonly<Record<string, unknown>>;

/** Brings a model of an earlier version to the present shape. What is no such model is left as it is, for the reader to refuse. */
export function upgrade(value: unknown): unknown {
  if (!isObject(value)) {
    return value;
  }
  switch (value.version) {
    case 1:
      return fromVersion2(fromVersion1(value));
    case 2:
      return fromVersion2(value);
    default:
      return value;
  }
}

/** Version 1 had additive seasonalities and nothing besides. */
function fromVersion1(value: Fields): Fields {
  const { options, scaling, seasonalities } = value;
  return {
    ...value,
    options: isObject(options)
      ? { ...options, ...OPTIONS_OF_2, seasonalities: upgradeSeasonalities(options.seasonalities) }
      : options,
    scaling: isObject(scaling) ? { hasFloor: false, floor: null, cap: null, ...scaling } : scaling,
    seasonalities: upgradeSeasonalities(seasonalities),
    holidays: [],
    regressors: [],
  };
}

const OPTIONS_OF_2 = {
  seasonalityMode: 'additive',
  holidays: [],
  holidaysMode: 'additive',
  holidaysPriorScale: 10,
  regressors: [],
  timeZone: 'UTC',
};

/** A list longer than any model's is not worth copying: the reader refuses it. */
function upgradeSeasonalities(seasonalities: unknown): unknown {
  return Array.isArray(seasonalities) && seasonalities.length <= 1000
    ? seasonalities.map((one: unknown) => (isObject(one) ? { ...one, mode: 'additive', conditionName: null } : one))
    : seasonalities;
}

/** Version 2 had no steps, no bounds and nothing that recurs. */
function fromVersion2(value: Fields): Fields {
  const { options } = value;
  const unbounded = { lower: null, upper: null };
  return {
    ...value,
    version: MODEL_VERSION,
    options: isObject(options) ? { ...options, steps: [], bounds: { ...unbounded, when: 'always' } } : options,
    bounds: unbounded,
    recurring: null,
  };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
