import { createRandom } from './createRandom';

const RESAMPLES = 2000;
const MASS = 0.9;
const SEED = 1;

/** Where a figure lies with a probability of 90 %. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The 90 % interval of a figure of several files, by the percentile bootstrap (Efron, 1979): as many files are drawn with
 * replacement, 2000 times with a fixed seed, since what belongs together within a file is not independent. Draws whose figure
 * is NaN are passed over.
 * @param figure of the drawn files.
 */
export function bootstrapInterval<File>(files: readonly File[], figure: (drawn: readonly File[]) => number): Interval {
  const random = createRandom(SEED);
  const draw = () => files.map(() => files[Math.floor(random.uniform() * files.length)]);
  const figures = Float64Array.from({ length: RESAMPLES }, () => figure(draw()))
    .filter((value) => !Number.isNaN(value))
    .sort();
  const at = (share: number) => figures.at(Math.min(figures.length - 1, Math.floor(share * figures.length))) ?? NaN;
  return { lower: at((1 - MASS) / 2), upper: at((1 + MASS) / 2) };
}
