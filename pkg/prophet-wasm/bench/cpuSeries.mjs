const DAY_SECONDS = 86_400;
const START_SECONDS = Date.UTC(2026, 0, 5) / 1000;

/** Uniform numbers in [0, 1) from a 32-bit seed: a linear congruential generator (Numerical Recipes' constants). */
function createUniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Some days of CPU usage in `rows` rows: a daily and a weekly wave, a slow rise, noise.
 * Whole seconds, since augurs takes seconds; irregular rows are shifted by up to 40 % of the step either way.
 */
export function cpuSeries({ rows, isIrregular, days = 14, seed = 7 }) {
  const uniform = createUniform(seed);
  const stepSeconds = (days * DAY_SECONDS) / rows;
  const seconds = new Array(rows);
  const y = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const jitter = isIrregular ? Math.round((uniform() - 0.5) * 0.8 * stepSeconds) : 0;
    seconds[row] = START_SECONDS + row * stepSeconds + jitter;
    const day = (seconds[row] - START_SECONDS) / DAY_SECONDS;
    const noise = uniform() + uniform() + uniform() - 1.5;
    y[row] =
      0.35 + 0.002 * day - 0.12 * Math.cos(2 * Math.PI * day) - 0.05 * Math.cos((2 * Math.PI * day) / 7) + 0.04 * noise;
  }
  return { seconds, time: Float64Array.from(seconds, (second) => second * 1000), y };
}

/** The series' own timestamps and a day more, in seconds: 2,016 rows become 2,016 + 288 on a 5 minute future. */
export function withNextDay(seconds, futureRows) {
  const last = seconds[seconds.length - 1];
  const future = Array.from({ length: futureRows }, (_, row) => last + ((row + 1) * DAY_SECONDS) / futureRows);
  return [...seconds, ...future];
}
