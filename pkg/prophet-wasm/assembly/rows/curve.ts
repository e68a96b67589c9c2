import { Doubles, zeros } from '../math/doubles';
import { BLOCK_ROWS } from './block';

/** Parts of the means of a block where they bend: T, its derivatives by z, and the sums of terms. */
@unmanaged
export class Curve {
  trend: Doubles = changetype<Doubles>(0);
  slope: Doubles = changetype<Doubles>(0);
  bend: Doubles = changetype<Doubles>(0);
  additive: Doubles = changetype<Doubles>(0);
  multiplicative: Doubles = changetype<Doubles>(0);
}

export function createCurve(): Curve {
  const curve = new Curve();
  curve.trend = zeros(BLOCK_ROWS);
  curve.slope = zeros(BLOCK_ROWS);
  curve.bend = zeros(BLOCK_ROWS);
  curve.additive = zeros(BLOCK_ROWS);
  curve.multiplicative = zeros(BLOCK_ROWS);
  return curve;
}
