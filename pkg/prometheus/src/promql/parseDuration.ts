const unitsMs: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 7 * 86_400_000],
  ['y', 365 * 86_400_000],
]);

/**
 * A duration in whole numbers of units, as Prometheus writes them, in ms: `90s`, `1m30s`, `28d`; undefined for an empty
 * text or one that is no duration.
 */
export function parseDuration(text: string | undefined): number | undefined {
  const written = text?.trim() ?? '';
  if (!/^(\d+(ms|[smhdwy]))+$/.test(written)) {
    return undefined;
  }
  const parts = [...written.matchAll(/(\d+)(ms|[smhdwy])/g)];
  const durationMs = parts.reduce((total, [, count, unit]) => total + Number(count) * (unitsMs.get(unit) ?? 0), 0);
  return durationMs > 0 ? durationMs : undefined;
}
