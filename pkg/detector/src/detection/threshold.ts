/**
 * The score above which a point is anomalous at a threshold multiplier m: m / 2, since a symmetric interval reaches
 * half its width to each side. Exact for symmetric intervals; where one is not, the band decides.
 */
export function thresholdOf(thresholdMultiplier: number): number {
  return thresholdMultiplier / 2;
}
