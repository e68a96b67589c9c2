import { copy, Doubles } from './math/doubles';
import { Problem } from './problem';

/*
 * The moments of a problem about 0 as the host keeps them, so that other priors, other series on the same times, or the
 * same window a step later cost no more than what changed: rss, correlation, Gram matrix.
 */
export const GRAM_KNOWN: i32 = 1;
export const ALL_KNOWN: i32 = 2;

/** The problem's Gram matrix and correlation become those at `moments`, known or still to be filled in. */
export function adoptMoments(problem: Problem, moments: Doubles): void {
  problem.gram = moments.from(1 + problem.nParameters);
  problem.rss = moments[0];
  copy(problem.correlation, moments.from(1), problem.nParameters);
}

/** Leaves moments about 0 to the host; solving moves the problem's own on. */
export function keepMoments(problem: Problem, moments: Doubles): void {
  moments[0] = problem.rss;
  copy(moments.from(1), problem.correlation, problem.nParameters);
}
