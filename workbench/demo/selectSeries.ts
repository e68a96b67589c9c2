import type { SyntaxNode } from '@lezer/common';
import { splitLiteral, textOf } from 'foreband-prometheus';
import type { DemoSeries } from './demoSeries';
import { refuseExpression } from './refuseExpression';

type Test = (value: string) => boolean;

/** The text of a string literal. */
export function literalText(node: SyntaxNode, text: string): string {
  const literal = splitLiteral(text.slice(node.from, node.to));
  return literal === undefined ? refuseExpression(node, text) : textOf(literal);
}

function testOf(matcher: SyntaxNode, text: string): Test {
  const operator = matcher.getChild('MatchOp')?.firstChild;
  const wanted = literalText(matcher.getChild('StringLiteral') ?? matcher, text);
  // Prometheus anchors its expressions: the whole value has to match.
  const matches = (value: string) => new RegExp(`^(?:${wanted})$`, 's').test(value);
  switch (operator?.name) {
    case 'EqlSingle':
      return (value) => value === wanted;
    case 'Neq':
      return (value) => value !== wanted;
    case 'EqlRegex':
      return matches;
    case 'NeqRegex':
      return (value) => !matches(value);
    default:
      return refuseExpression(matcher, text);
  }
}

/**
 * The series that a VectorSelector of PromQL means; a label that a series lacks reads as empty.
 * @throws RangeError for a matcher that cannot be read.
 */
export function selectSeries(all: readonly DemoSeries[], selector: SyntaxNode, text: string): readonly DemoSeries[] {
  const name = selector.getChild('Identifier');
  const matchers = selector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
  const tests = matchers.map((matcher) => {
    const label = matcher.getChild('LabelName') ?? matcher;
    return [text.slice(label.from, label.to), testOf(matcher, text)] as const;
  });
  return all.filter(
    ({ labels }) =>
      (name === null || labels.__name__ === text.slice(name.from, name.to)) &&
      tests.every(([label, test]) => test(labels[label] ?? '')),
  );
}
