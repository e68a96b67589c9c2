import { parseAdaptiveState } from 'foreband-detector';
import type { FoundPeriod, Stretch } from 'prophet-wasm';

import type { AdaptivePart } from '../../fit/fittedModel.js';

import { moment, nullable, number, object, unreadable, type Reader } from './reading.js';

// More than any training window holds.
const MOST_STRETCHES = 1000;

const stretch: Reader<Stretch> = object({ start: moment, end: moment });

const stretches: Reader<readonly Stretch[]> = (value, at) => {
  if (!Array.isArray(value) || value.length > MOST_STRETCHES) {
    throw unreadable(at, value, `a list of at most ${MOST_STRETCHES}`);
  }
  return value.map((item: unknown, place) => stretch(item, `${at}[${place}]`));
};

const period: Reader<FoundPeriod> = object({
  periodMs: number(1),
  fourierOrder: number(1, 500),
  share: number(0, 1),
});

/**
 * Reads what an adaptive fit knows besides its model; null for a classic one.
 * @throws RangeError that names the field.
 */
export const readAdaptivePart: Reader<AdaptivePart | null> = nullable(
  object<AdaptivePart>({
    state: parseAdaptiveState,
    blocks: stretches,
    drifts: stretches,
    period: nullable(period),
  }),
);
