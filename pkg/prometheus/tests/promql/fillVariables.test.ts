import { fillVariables, type FillText, type VariableValue } from '../../src/promql/fillVariables.js';
import { findSyntaxProblem } from '../../src/promql/findSyntaxProblem.js';

/** Grafana's interpolation with these variables; `typed` is a text box. */
function fillWith(variables: Record<string, VariableValue>): FillText {
  return (text, format) =>
    text.replace(/\$(\w+)|\$\{(\w+)\}/g, (written: string, plain?: string, braced?: string) => {
      const name = plain ?? braced ?? '';
      const type = name === 'typed' ? 'textbox' : 'query';
      return name in variables ? format(variables[name], { type }) : written;
    });
}

function fill(expr: string, variables: Record<string, VariableValue>): string {
  return fillVariables(expr, fillWith(variables));
}

describe('fillVariables(expr, fill)', () => {
  it.each([
    ['up{i="$v"}', 'web', 'up{i="web"}'],
    ['up{i="$v"}', 'a"b', 'up{i="a\\"b"}'],
    ["up{i='$v'}", "a'b", "up{i='a\\'b'}"],
    ['up{i="$v"}', 'a\\b', 'up{i="a\\\\b"}'],
    ['up{i="$v"}', 'a.b{c}', 'up{i="a.b{c}"}'],
    ['up{i=`$v`}', 'a`b', 'up{i="a`b"}'],
    ['up{i="x-${v}-y"}', 'a"b', 'up{i="x-a\\"b-y"}'],
    ['up{i!="$v"}', 'a+b', 'up{i!="a+b"}'],
  ])('fills %s with %j as a text', (expr, value, expected) => {
    expect(fill(expr, { v: value })).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
  });

  it.each([
    ['up{i=~"$v"}', 'a.b', 'up{i=~"a\\\\.b"}'],
    ['up{i=~"$v:.*"}', 'a.b', 'up{i=~"a\\\\.b:.*"}'],
    ['up{i!~"$v"}', 'a{1}|b', 'up{i!~"a\\\\{1\\\\}\\\\|b"}'],
    ['up{i=~"$v"}', 'C:\\x "y"', 'up{i=~"C:\\\\\\\\x \\"y\\""}'],
    ['up{i=~`$v`}', 'a.b', 'up{i=~"a\\\\.b"}'],
  ])('fills %s with %j as a regular expression that matches it', (expr, value, expected) => {
    expect(fill(expr, { v: value })).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
  });

  it.each([
    ['up{i=~"$v"}', ['a.b', 'c'], 'up{i=~"(a\\\\.b|c)"}'],
    ['up{i=~"$v"}', ['a.b'], 'up{i=~"a\\\\.b"}'],
    ['up{i="$v"}', ['a.b', 'c'], 'up{i=~"(a\\\\.b|c)"}'],
    ['up{i!="$v"}', ['a"b', 'c'], 'up{i!~"(a\\"b|c)"}'],
    ['up{i="n.$v"}', ['a', 'b'], 'up{i=~"n\\\\.(a|b)"}'],
    ['up{"k8s.pod"="$v"}', ['a', 'b'], 'up{"k8s.pod"=~"(a|b)"}'],
  ])('fills %s with the values %j as alternatives', (expr, value, expected) => {
    expect(fill(expr, { v: value })).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
  });

  it.each([
    ['rate(x[$v])', '10m', 'rate(x[10m])'],
    ['$v{a="b"}', 'up', 'up{a="b"}'],
    ['sum by ($v) (up)', ['a', 'b'], 'sum by (a, b) (up)'],
    ['$v', 'sum(up{a="b"})', 'sum(up{a="b"})'],
    ['up > $v', 3, 'up > 3'],
  ])('fills %s outside of strings with %j as it is', (expr, value, expected) => {
    expect(fill(expr, { v: value })).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
  });

  it('takes what somebody typed into a text box for a regular expression where one is expected', () => {
    expect(fill('up{i=~"$typed"}', { typed: 'web.*' })).toBe('up{i=~"web.*"}');
    expect(fill('up{i="$typed"}', { typed: 'web.*' })).toBe('up{i="web.*"}');
  });

  it('keeps several variables in one expression apart', () => {
    expect(fill('a{x="$p"} / b{x=~"$q"}', { p: 'a.b', q: ['c', 'd'] })).toBe('a{x="a.b"} / b{x=~"(c|d)"}');
  });

  it('leaves what is no variable alone, and drops comments', () => {
    expect(fill('label_replace(up, "a", "$1", "b", "(.*)") # $v', { v: 'x' })).toBe(
      'label_replace(up, "a", "$1", "b", "(.*)") ',
    );
  });

  it('fills what is not PromQL as well, so that Prometheus can say what is wrong', () => {
    expect(fill('rate(up{i="$v"}', { v: 'a"b' })).toBe('rate(up{i="a\\"b"}');
  });
});
