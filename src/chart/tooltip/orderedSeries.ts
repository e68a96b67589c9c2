/** How many series a tooltip lists at most; a longer one covers the chart it explains. */
export const MAX_LISTED = 20;

/** The samples in the tooltip's order: as queried, or by value with missing ones last. */
export function orderedSeries<Listed extends { readonly value: number }>(
  listed: readonly Listed[],
  sort: string,
): { readonly shown: readonly Listed[]; readonly nMore: number } {
  const sign = sort === 'asc' ? 1 : -1;
  const present = listed.filter(({ value }) => Number.isFinite(value));
  const ordered =
    sort === 'asc' || sort === 'desc' ? [...present].sort((left, right) => sign * (left.value - right.value)) : present;
  return { shown: ordered.slice(0, MAX_LISTED), nMore: Math.max(0, ordered.length - MAX_LISTED) };
}
