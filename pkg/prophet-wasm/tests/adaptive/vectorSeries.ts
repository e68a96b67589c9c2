import { between, HOUR, job, seriesOf, type OpsSeries, type Part } from './opsSeries.js';

const STEP = HOUR / 2;
const noisy: Part = ({ random }) => 50 + random.normal();
const daily: Part = ({ hour }) => 8 * Math.sin((2 * Math.PI * hour) / 24 - 1) + 3 * Math.cos((4 * Math.PI * hour) / 24);
/** Ten minutes late on every third day: what a half hour's mean makes of it. */
const wandering: Part = ({ hour, day }) => {
  const late = Math.floor(day) % 3 === 0;
  return hour === 2 ? (late ? 8 : 12) : hour === 2.5 ? 12 : hour === 3 && late ? 4 : 0;
};
const seriesWith = (seed: number, ...parts: readonly Part[]) => seriesOf(28, STEP, seed, [noisy, daily, ...parts]);

/** Series of half hours over four weeks from a Monday, by name: `makeVectors.mjs` asks the reference about them. */
export const vectorSeries: Readonly<Record<string, OpsSeries>> = {
  'nothing but day and noise': seriesWith(1),
  'a step, an incident and a nightly job': seriesWith(2, between(20.4, 99, 20), between(8.5, 9.2, 40), job(2, 3, 12)),
  'a nightly job that wanders': seriesWith(3, wandering),
  'a weekly job and a weekend': seriesWith(
    4,
    job(15, 17, 12, (day) => day % 7 === 2),
    ({ day }) => (day % 7 >= 5 ? -12 : 0),
  ),
  'a batch every three hours': seriesWith(5, ({ hour }) => (hour % 3 < 1 ? 15 : 0)),
};
