const DAY_MS = 86_400_000;

/** A seasonality that Prophet knows by name. */
export type SeasonalityName = 'daily' | 'weekly' | 'yearly';

interface Rule {
  /** The history must span this much, in ms. */
  readonly spanFromMs: number;
  /** Two of its rows must be closer than this, in ms. */
  readonly stepBelowMs: number;
}

// Prophet's rule (forecaster.py, set_auto_seasonalities), which the model package applies to orders of its own only.
const rules: Readonly<Record<SeasonalityName, Rule>> = {
  daily: { spanFromMs: 2 * DAY_MS, stepBelowMs: DAY_MS },
  weekly: { spanFromMs: 14 * DAY_MS, stepBelowMs: 7 * DAY_MS },
  yearly: { spanFromMs: 730 * DAY_MS, stepBelowMs: Infinity },
};

function hasStepBelow(time: Float64Array, stepMs: number): boolean {
  for (let row = 1; row < time.length; row++) {
    const step = time[row] - time[row - 1];
    if (step > 0 && step < stepMs) {
      return true;
    }
  }
  return false;
}

/** Whether Prophet by itself turns a seasonality on for a history with these times (ascending). */
export function isAutomaticallyOn(name: SeasonalityName, time: Float64Array): boolean {
  const { spanFromMs, stepBelowMs } = rules[name];
  const spanMs = time.length === 0 ? 0 : time[time.length - 1] - time[0];
  return spanMs >= spanFromMs && hasStepBelow(time, stepBelowMs);
}
