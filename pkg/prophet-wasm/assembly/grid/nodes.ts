import { Doubles, zeros } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { isStep, nColumnsOf } from '../rows/terms';
import { placeGridSegments } from './gridSegments';

/** No parameter. */
export const NONE: i32 = -1;

/**
 * Where a feature of a grid that has no period begins, ascending: the start, with 1 and the rate k, the changepoints'
 * ramps, and the steps. A ramp grows from its node on, a step is 1; sums over the rows from there on say all about them.
 */
@unmanaged
export class Nodes {
  count: i32 = 0;
  /** In rows; a whole number where a node stands on a row. */
  positions: Doubles = changetype<Doubles>(0);
  /** The first row at or after each; n where there is none. */
  starts: Doubles = changetype<Doubles>(0);
  /** Where the node's ramp, or else its step, stands in theta. */
  ramps: Doubles = changetype<Doubles>(0);
  steps: Doubles = changetype<Doubles>(0);
}

export function nodesOf(problem: Problem, n: i32): Nodes {
  const segments = placeGridSegments(n, problem.nChangepoints, problem.changepoints);
  const terms = problem.terms;
  const nodes = createNodes(segments.count + terms.count);
  addNode(nodes, 0, 0, problem.nRates > 0 ? 1 : NONE, NONE);
  for (let j = 1; j < segments.count; j++) {
    addNode(nodes, segments.origins[j], segments.starts[j], problem.nSmooth + j - 1, NONE);
  }
  let parameter = betaStart(problem);
  for (let j = 0; j < terms.count; j++) {
    if (isStep(terms, j)) {
      const row = Math.min(terms.stepRow(j), <f64>n);
      addNode(nodes, row, row, NONE, parameter);
    }
    parameter += nColumnsOf(terms, j);
  }
  return nodes;
}

function createNodes(room: i32): Nodes {
  const nodes = new Nodes();
  nodes.positions = zeros(room);
  nodes.starts = zeros(room);
  nodes.ramps = zeros(room);
  nodes.steps = zeros(room);
  return nodes;
}

/** Puts a node where it belongs: most come in order, but for steps. */
function addNode(nodes: Nodes, position: f64, start: f64, ramp: i32, step: i32): void {
  let at = nodes.count++;
  for (; at > 0 && nodes.positions[at - 1] > position; at--) {
    nodes.positions[at] = nodes.positions[at - 1];
    nodes.starts[at] = nodes.starts[at - 1];
    nodes.ramps[at] = nodes.ramps[at - 1];
    nodes.steps[at] = nodes.steps[at - 1];
  }
  nodes.positions[at] = position;
  nodes.starts[at] = start;
  nodes.ramps[at] = <f64>ramp;
  nodes.steps[at] = <f64>step;
}
