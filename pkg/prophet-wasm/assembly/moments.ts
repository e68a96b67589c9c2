import { copy, Doubles } from './math/doubles';
import { Problem } from './problem';

/*
 * The moments of a problem about 0 as the host keeps them, so that other priors, or other series on the same times, cost no
 * more than what changed: rss, offset, largest |y scaled|, correlation, Gram matrix.
 */
export const GRAM_KNOWN: i32 = 1;
const OFFSET: i32 = 1;
const LARGEST_Y: i32 = 2;
const CORRELATION: i32 = 3;

/** The problem's Gram matrix becomes the one at `moments`, known or still to be filled in. */
export function adoptGram(problem: Problem, moments: Doubles): void {
  problem.gram = moments.from(CORRELATION + problem.nParameters);
}

/** Takes all moments over. */
export function adoptMoments(problem: Problem, moments: Doubles): void {
  adoptGram(problem, moments);
  problem.rss = moments[0];
  problem.offset = moments[OFFSET];
  problem.largestY = moments[LARGEST_Y];
  copy(problem.correlation, moments.from(CORRELATION), problem.nParameters);
}

/** Leaves moments about 0 to the host; solving moves the problem's own on. */
export function keepMoments(problem: Problem, moments: Doubles): void {
  moments[0] = problem.rss;
  moments[OFFSET] = problem.offset;
  moments[LARGEST_Y] = problem.largestY;
  copy(moments.from(CORRELATION), problem.correlation, problem.nParameters);
}
