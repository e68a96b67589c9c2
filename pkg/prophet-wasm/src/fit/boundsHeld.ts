import type { Bounds } from '../options/prophetOptions.js';
import type { ModelBounds } from './model.js';

/** The bounds that a history with these extremes leads to. */
export function boundsHeld(
  { lower, upper, when }: Required<Bounds>,
  { yMin, yMax }: { readonly yMin: number; readonly yMax: number },
): ModelBounds {
  const isHeld = (holds: boolean) => when === 'always' || holds;
  return {
    lower: lower !== null && isHeld(yMin >= lower) ? lower : null,
    upper: upper !== null && isHeld(yMax <= upper) ? upper : null,
  };
}
