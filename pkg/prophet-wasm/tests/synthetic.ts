import type { TimedHistory } from 'prophet-wasm';

const HOUR_MS = 3_600_000;

/** 2024-01-01 00:00 UTC. */
export const START = 1_704_067_200_000;

/**
 * An hourly series of `n` rows made of whole-number arithmetic and sines alone, so that every machine has the same
 * one: a slope that rises at row 200, a daily shape, and a fixed scatter of one unit.
 */
export function syntheticHistory(n = 360): TimedHistory {
  const rows = Array.from({ length: n }, (_, i) => i);
  return {
    time: rows.map(hourAfterStart),
    y: rows.map((i) => {
      const daily = 8 * Math.sin((2 * Math.PI * i) / 24) + 3 * Math.cos((2 * Math.PI * i) / 12);
      const bend = i >= 200 ? 0.05 * (i - 200) : 0;
      return 50 + 0.02 * i + daily + bend + 2 * (((7919 * i) % 1009) / 1009 - 0.5);
    }),
  };
}

export function hourAfterStart(i: number): number {
  return START + i * HOUR_MS;
}
