/** Prometheus labels of a series. */
export type Labels = Readonly<Record<string, string>>;

/** A text that two series share exactly if all their labels are the same. */
export function seriesKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1)));
}
