import { quoteString, splitLiteral, textOf } from '../../src/promql/stringLiteral.js';

function readLiteral(literal: string): string | undefined {
  const parts = splitLiteral(literal);
  return parts && textOf(parts);
}

describe('a string literal of PromQL', () => {
  it.each([
    ['"a"', 'a'],
    ["'a\"b'", 'a"b'],
    ['"a\\\\.b"', 'a\\.b'],
    ['"\\n\\t\\x41\\u00e9\\101"', '\n\tAéA'],
    ['`a\\n"b`', 'a\\n"b'],
  ])('%s stands for %j', (literal, text) => {
    expect(readLiteral(literal)).toBe(text);
  });

  it.each(['"a', '"a\\"', '"', '`a', 'a'])('%s is none, or not closed', (literal) => {
    expect(splitLiteral(literal)).toBeUndefined();
  });

  it.each(['', 'a"b', "a'b", 'a\\', '\\"', 'a\nb', '{x="y"}', '`'])('%j comes back from its quoted form', (text) => {
    expect(readLiteral(quoteString(text))).toBe(text);
  });
});
