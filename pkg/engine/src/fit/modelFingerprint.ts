import { fingerprint, textFingerprint } from './fingerprint.js';
import type { FittedModel } from './fittedModel.js';

type Fingerprinted = Pick<FittedModel, 'model' | 'intervalFactor' | 'adaptive'>;

/**
 * A short text that differs, but for chance, between two models that forecast or score differently, and is the same for a model
 * and what was saved of it.
 */
export function modelFingerprint({ model, intervalFactor, adaptive }: Fingerprinted): string {
  const { params, scaling } = model;
  const { k, m, sigmaObs, delta, beta, tChange } = params;
  const { yScale, yMin, timeStart, timeScaleMs, cap, floor } = scaling;
  const scales = [yScale, yMin, timeStart, timeScaleMs, cap ?? NaN, floor ?? NaN];
  const numbers = [k, m, sigmaObs, intervalFactor, ...scales, ...delta, ...beta, ...tChange];
  // JSON writes -0 as 0, so that a saved model would be another one.
  const key = fingerprint(Float64Array.from(numbers, (number) => number + 0));
  const { recurring, bounds } = model;
  return adaptive === null ? key : `${key}.${textFingerprint(JSON.stringify([recurring, bounds, adaptive.state]))}`;
}
