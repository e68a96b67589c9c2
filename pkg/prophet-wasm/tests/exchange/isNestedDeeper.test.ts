import { isNestedDeeper } from '../../src/exchange/isNestedDeeper';

describe('isNestedDeeper(json, most)', () => {
  it.each<[string, number, boolean]>([
    ['1', 0, false],
    ['[]', 0, true],
    ['[[],[],{}]', 2, false],
    ['[{"a":[]}]', 2, true],
    ['"[[["', 0, false],
    ['["\\"[[[", []]', 2, false],
    ['["\\\\", [[]]]', 2, true],
    ['["', 1, false],
    ['"\\', 0, false],
  ])('counts lists and objects outside of texts: %s, %d', (json, most, expected) => {
    expect(isNestedDeeper(json, most)).toBe(expected);
  });
});
