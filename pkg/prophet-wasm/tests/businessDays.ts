const DAY_MS = 86_400_000;

/** Monday to Friday from 2012-05-18 on, a day in 25 left out: 510 of them span 742 days, as in Prophet's own test data. */
export function businessDays(n: number): number[] {
  const days = Array.from({ length: 2 * n }, (_, i) => Date.UTC(2012, 4, 18) + i * DAY_MS);
  const weekdays = days.filter((day) => new Date(day).getUTCDay() % 6 !== 0);
  return weekdays.filter((_, i) => i % 25 !== 24).slice(0, n);
}

/** A plausible price on those days, without randomness. */
export function priceAt(row: number): number {
  return 30 + 0.05 * row + 4 * Math.sin(row / 40) + ((7919 * row) % 1009) / 1009;
}
