import { guessUnit, type Series, type Unit } from 'foreband-detector';

import type { DetectorSettings, FitSettings } from '../settings/settings.js';

/** Cap that logistic growth approaches and floor it starts from, in the unit of the series. */
export interface GrowthBounds {
  readonly cap: number;
  readonly floor: number;
}

const fullOf: Readonly<Record<Unit, number | undefined>> = { fraction: 1, percent: 100, other: undefined };

/**
 * The bounds of logistic growth where the settings have both; undefined for any other growth.
 * @throws RangeError where there is no cap, or none above the floor.
 */
export function growthBounds({
  growth,
  growthCap,
  growthFloor,
}: Pick<FitSettings, 'growth' | 'growthCap' | 'growthFloor'>): GrowthBounds | undefined {
  if (growth !== 'logistic') {
    return undefined;
  }
  if (growthCap === null) {
    throw new RangeError(
      'missing growthCap: logistic growth needs one where the samples are neither a fraction nor a percentage',
    );
  }
  const floor = growthFloor ?? 0;
  if (growthCap <= floor) {
    throw new RangeError(`invalid growthCap: ${growthCap} (expected above growthFloor = ${floor})`);
  }
  return { cap: growthCap, floor };
}

/**
 * The settings with the cap that the unit of a series gives to logistic growth, unless they have one: 1 for a fraction,
 * 100 for a percentage.
 */
export function withUnitsCap(settings: DetectorSettings, series: Series): DetectorSettings {
  return settings.growth !== 'logistic' || settings.growthCap !== null
    ? settings
    : { ...settings, growthCap: fullOf[guessUnit(series)] ?? null };
}
