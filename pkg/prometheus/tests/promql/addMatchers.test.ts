import { addMatchers } from '../../src/promql/addMatchers.js';
import { findSyntaxProblem } from '../../src/promql/findSyntaxProblem.js';
import type { Matcher } from '../../src/promql/matcher.js';

const job: Matcher = { label: 'job', operator: '=', value: 'node' };

describe('addMatchers(expr, matchers)', () => {
  it.each([
    ['up', 'up{job="node"}'],
    ['up{}', 'up{job="node"}'],
    ['up{ }', 'up{ job="node"}'],
    ['up{a="b"}', 'up{a="b",job="node"}'],
    ['up{a="b",}', 'up{a="b",job="node"}'],
    ['{__name__="up"}', '{__name__="up",job="node"}'],
    ['rate(up[5m] offset 1h)', 'rate(up{job="node"}[5m] offset 1h)'],
    ['sum by (job) (a) / on (job) b{x="up"}', 'sum by (job) (a{job="node"}) / on (job) b{x="up",job="node"}'],
    ['a{x="}"} or b', 'a{x="}",job="node"} or b{job="node"}'],
    ['label_replace(up, "up", "$1", "job", "(.*)")', 'label_replace(up{job="node"}, "up", "$1", "job", "(.*)")'],
    ['max_over_time(rate(a[5m])[1h:5m])', 'max_over_time(rate(a{job="node"}[5m])[1h:5m])'],
    ['time() - 1', 'time() - 1'],
  ])('puts the condition on every selector of %s', (expr, expected) => {
    expect(addMatchers(expr, [job])).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
  });

  it.each([
    ['a"b', 'up{l="a\\"b"}'],
    ['a\\b', 'up{l="a\\\\b"}'],
    ['{a}', 'up{l="{a}"}'],
    ['a.b', 'up{l="a.b"}'],
    ['a\nb', 'up{l="a\\nb"}'],
  ])('escapes the value %j', (value, expected) => {
    expect(addMatchers('up', [{ label: 'l', operator: '=', value }])).toBe(expected);
    expect(findSyntaxProblem(expected)).toBeUndefined();
  });

  it('quotes a label that is not a plain name', () => {
    expect(addMatchers('up', [{ label: 'k8s.pod', operator: '!~', value: 'x' }])).toBe('up{"k8s.pod"!~"x"}');
  });

  it('leaves the expression as it is where there is nothing to add, PromQL or not', () => {
    expect(addMatchers('rate(', [])).toBe('rate(');
  });

  it.each([
    ['rate(up', 'at character 8, near "the end"'],
    ['up{a="b}', 'at character 6'],
  ])('refuses %s, because without parsing it nobody knows what is a selector', (expr, where) => {
    expect(() => addMatchers(expr, [job])).toThrow(where);
  });
});
