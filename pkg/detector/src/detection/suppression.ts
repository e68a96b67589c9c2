/**
 * Why a point that left the band is not part of an anomaly.
 * - `exclusion`: it lies in an excluded time span.
 * - `normalRange`: its value is one that is never anomalous.
 * - `direction`: it left the band on the side nobody asked about.
 * - `minDeviation`: it is too near to the forecast.
 * - `nOfM`: too few of its neighbors left the band with it.
 *
 * Where several apply, the first in this order is named.
 */
export type SuppressionReason = 'exclusion' | 'normalRange' | 'direction' | 'minDeviation' | 'nOfM';

/** Code of each reason in the `suppressedBy` column of a detection; 0 means not suppressed. */
export const suppressionCodes: Readonly<Record<SuppressionReason, number>> = {
  exclusion: 1,
  normalRange: 2,
  direction: 3,
  minDeviation: 4,
  nOfM: 5,
};

const reasonOfCode: readonly (SuppressionReason | undefined)[] = [
  undefined,
  'exclusion',
  'normalRange',
  'direction',
  'minDeviation',
  'nOfM',
];

/** The reason behind a code of the `suppressedBy` column; undefined for 0 and for codes that do not exist. */
export function suppressionReasonOf(code: number): SuppressionReason | undefined {
  return reasonOfCode[code];
}
