const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** A length of time in the largest unit that divides it, as PromQL writes it: `5m`, `90s`, `1500ms`. */
export function promDuration(durationMs: number): string {
  const whole = Math.max(1, Math.round(durationMs));
  const [unit, unitMs] = units.find(([, ms]) => whole % ms === 0) ?? ['ms', 1];
  return `${whole / unitMs}${unit}`;
}
