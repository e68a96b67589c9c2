import type { Unit } from 'foreband-detector';

import type { FitSettings } from '../settings/settings.js';

import { fullOf } from './fullOf.js';

/** Cap that logistic growth approaches and floor it starts from, in the unit of the series. */
export interface GrowthBounds {
  readonly cap: number;
  readonly floor: number;
}

/**
 * The bounds of logistic growth, its cap that of the unit unless the settings have one; undefined for any other growth.
 * @throws RangeError where there is no cap, or none above the floor.
 */
export function growthBounds(
  { growth, growthCap, growthFloor }: Pick<FitSettings, 'growth' | 'growthCap' | 'growthFloor'>,
  unit: Unit,
): GrowthBounds | undefined {
  if (growth !== 'logistic') {
    return undefined;
  }
  const cap = growthCap ?? fullOf[unit];
  if (cap === null) {
    throw new RangeError(
      'missing growthCap: logistic growth needs one where the samples are neither a fraction nor a percentage',
    );
  }
  const floor = growthFloor ?? 0;
  if (cap <= floor) {
    throw new RangeError(`invalid growthCap: ${cap} (expected above growthFloor = ${floor})`);
  }
  return { cap, floor };
}
