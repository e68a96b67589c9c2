/** A series' reading at the pointer, for the list of a tooltip. */
export interface ListedSeries {
  readonly name: string;
  readonly color: string;
  readonly value: number;
}

/** How many series a tooltip lists at most; a longer one covers the chart it explains. */
export const MAX_LISTED = 20;

/** The readings in the tooltip's order: as queried, or by value with missing ones last. */
export function orderedSeries(
  listed: readonly ListedSeries[],
  sort: string,
): { readonly shown: readonly ListedSeries[]; readonly nMore: number } {
  const sign = sort === 'asc' ? 1 : -1;
  const present = listed.filter(({ value }) => Number.isFinite(value));
  const ordered =
    sort === 'asc' || sort === 'desc' ? [...present].sort((left, right) => sign * (left.value - right.value)) : present;
  return { shown: ordered.slice(0, MAX_LISTED), nMore: Math.max(0, ordered.length - MAX_LISTED) };
}
