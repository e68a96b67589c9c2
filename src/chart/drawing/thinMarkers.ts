import type { Severity } from 'foreband-detector';

/** A marker on the canvas. */
export interface PlacedMarker {
  readonly x: number;
  readonly y: number;
  readonly severity: Severity;
}

const rank: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

/**
 * Of markers that would cover each other, keeps the worst: one per square of `cell` pixels. Worst come last.
 */
export function thinMarkers<T extends PlacedMarker>(markers: readonly T[], cell: number): T[] {
  const kept = new Map<string, T>();
  for (const marker of markers) {
    const key = `${Math.floor(marker.x / cell)} ${Math.floor(marker.y / cell)}`;
    const rival = kept.get(key);
    if (rival === undefined || rank[marker.severity] > rank[rival.severity]) {
      kept.set(key, marker);
    }
  }
  return [...kept.values()].sort((left, right) => rank[left.severity] - rank[right.severity]);
}
