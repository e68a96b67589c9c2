import type { Setting } from 'foreband-engine';

import type { NumberInputConfig } from './NumberInput';

// So that a share of 0.999 is 99.9 % and not a hair less.
const rounded = (value: number) => Number(value.toPrecision(12));

const unlessInfinite = (value: number) => (Number.isFinite(value) ? rounded(value) : undefined);

/** How the number of a setting is typed and shown. */
export function numberConfig(setting: Setting): NumberInputConfig {
  if (!('min' in setting)) {
    return {};
  }
  const { unit, factor = 1 } = setting.shown ?? {};
  return {
    min: unlessInfinite(setting.min / factor),
    max: unlessInfinite(setting.max / factor),
    isInteger: setting.kind === 'number' && setting.isWhole === true,
    unit,
    factor,
  };
}
