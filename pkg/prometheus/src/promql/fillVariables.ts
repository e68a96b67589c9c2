import type { SyntaxNode } from '@lezer/common';
import {
  MatchOp,
  parser,
  QuotedLabelMatcher,
  StringLiteral as StringNode,
  UnquotedLabelMatcher,
} from '@prometheus-io/lezer-promql';

import { alternatives, escapeRegex } from './escapeRegex.js';
import { escapeForQuote, quoteString, splitLiteral, textOf, type StringLiteral } from './stringLiteral.js';
import { stringSpans } from './stringSpans.js';

/** The input of a formatter in Grafana: one value, or those of a variable that takes several. */
export type VariableValue = string | number | boolean | ReadonlyArray<string | number | boolean>;

/** Grafana's facts about the variable itself. */
export interface VariableKind {
  /** Grafana's type of variable, for instance `query` or `textbox`. */
  readonly type?: string;
}

/** Fills the variables of a text, each through the formatter: `templateSrv.replace` with its scoped variables. */
export type FillText = (text: string, format: (value: VariableValue, variable?: VariableKind) => string) => string;

interface Filled {
  readonly values: readonly string[];
  /** Whether a person typed the value into a text box: inside a regular expression it is one. */
  readonly isTyped: boolean;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Render = (filled: Filled) => string;

// Characters for private use: no query has them, and a string may.
const MARK = /\uE000(\d+)\uE001/g;
const mark = (index: number) => `\uE000${index}\uE001`;

function textsOf(value: VariableValue): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

// Outside of strings a variable is a name, a duration, a number or a piece of PromQL: nothing there can be escaped.
const formatCode = (value: VariableValue) => textsOf(value).join(', ');

const asText: Render = ({ values }) => (values.length === 1 ? values[0] : alternatives(values));

const asRegex: Render = ({ values, isTyped }) => (isTyped ? values.join('|') : alternatives(values));

function renderMarks(content: string, filled: readonly Filled[], render: Render, between = (text: string) => text) {
  return content
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? between(part) : render(filled[Number(part)])))
    .join('');
}

function hasSeveral(content: string, filled: readonly Filled[]): boolean {
  return [...content.matchAll(MARK)].some(([, index]) => filled[Number(index)].values.length > 1);
}

// Keeps the text between the variables exactly as typed, except between backticks, where a value may hold a backtick.
function renderLiteral(literal: StringLiteral, filled: readonly Filled[], render: Render): string {
  const { quote, content } = literal;
  if (quote === '`') {
    return quoteString(renderMarks(content, filled, render));
  }
  return quote + renderMarks(content, filled, (one) => escapeForQuote(render(one), quote)) + quote;
}

function operatorOf(literal: SyntaxNode): SyntaxNode | null {
  const { parent } = literal;
  const isMatcher = parent?.type.id === UnquotedLabelMatcher || parent?.type.id === QuotedLabelMatcher;
  return isMatcher ? parent.getChild(MatchOp) : null;
}

// One of several is a regular expression; the rest of the string is then part of it and stays a plain text.
function alternativeLiteral(literal: StringLiteral, filled: readonly Filled[]): string {
  const asPlainPart = (part: string) => escapeRegex(textOf({ ...literal, content: part }));
  return quoteString(renderMarks(literal.content, filled, ({ values }) => alternatives(values), asPlainPart));
}

function editsOf(marked: string, node: SyntaxNode, filled: readonly Filled[]): Edit[] {
  const { from, to } = node;
  const literal = splitLiteral(marked.slice(from, to));
  if (literal === undefined || literal.content.search(MARK) < 0) {
    return [];
  }
  const operator = operatorOf(node);
  const compares = operator === null ? '' : marked.slice(operator.from, operator.to);
  if (operator !== null && (compares === '=' || compares === '!=') && hasSeveral(literal.content, filled)) {
    return [
      { from: operator.from, to: operator.to, text: compares === '=' ? '=~' : '!~' },
      { from, to, text: alternativeLiteral(literal, filled) },
    ];
  }
  const isRegex = compares === '=~' || compares === '!~';
  return [{ from, to, text: renderLiteral(literal, filled, isRegex ? asRegex : asText) }];
}

function literalEdits(marked: string, filled: readonly Filled[]): Edit[] {
  const edits: Edit[] = [];
  parser.parse(marked).iterate({
    enter({ type, node }) {
      if (type.id === StringNode) {
        edits.push(...editsOf(marked, node, filled));
      }
    },
  });
  return edits;
}

/**
 * Fills the template variables of an expression, each escaped for where it stands: as a text in `=` and other strings,
 * as a regular expression that matches it in `=~`, several values as alternatives (an `=` becomes `=~` for them), and
 * as they are outside of strings.
 */
export function fillVariables(expr: string, fill: FillText): string {
  const filled: Filled[] = [];
  const remember = (value: VariableValue, variable?: VariableKind) => {
    const isTyped = variable?.type === 'textbox' || variable?.type === 'constant';
    return mark(filled.push({ values: textsOf(value), isTyped }) - 1);
  };
  const marked = stringSpans(expr)
    .map(({ kind, text }) => fill(text, kind === 'code' ? formatCode : remember))
    .join('');
  const edits = literalEdits(marked, filled);
  const result = edits
    .sort((left, right) => right.from - left.from)
    .reduce((text, { from, to, text: added }) => text.slice(0, from) + added + text.slice(to), marked);
  return renderMarks(result, filled, asText);
}
