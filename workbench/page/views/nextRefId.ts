const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first letter that no query has yet, then two letters, as Grafana's getNextRefId. */
export function nextRefId(queries: readonly { readonly refId: string }[]): string {
  const taken = new Set(queries.map(({ refId }) => refId));
  const single = [...LETTERS];
  const double = single.flatMap((first) => single.map((second) => first + second));
  return [...single, ...double].find((refId) => !taken.has(refId)) ?? `Q${queries.length}`;
}
