import { parser, StringLiteral } from '@prometheus-io/lezer-promql';

import { splitLiteral } from './stringLiteral.js';

/** Where an expression stops being PromQL. */
export interface SyntaxProblem {
  /** Character at which the parser gave up, from 0. */
  readonly position: number;
  /** The text at the place, for a message: at most 20 characters, or `the end`. */
  readonly near: string;
}

function firstProblem(expr: string): number | undefined {
  let position: number | undefined;
  parser.parse(expr).iterate({
    enter(node) {
      // The grammar takes a string without its closing quote; Prometheus does not.
      const isOpenString = node.type.id === StringLiteral && !splitLiteral(expr.slice(node.from, node.to));
      if (position === undefined && (node.type.isError || isOpenString)) {
        position = node.from;
      }
    },
  });
  return position;
}

/**
 * The first thing in an expression that is not PromQL, or undefined. Types and functions' arguments are not checked.
 */
export function findSyntaxProblem(expr: string): SyntaxProblem | undefined {
  const position = expr.trim() === '' ? 0 : firstProblem(expr);
  if (position === undefined) {
    return undefined;
  }
  const rest = expr.slice(position).trim();
  return { position, near: rest === '' ? 'the end' : rest.slice(0, 20) };
}
