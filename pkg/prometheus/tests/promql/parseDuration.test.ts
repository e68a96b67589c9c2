import { parseDuration } from '../../src/promql/parseDuration.js';

describe('parseDuration(text)', () => {
  it.each([
    ['90s', 90_000],
    [' 5m ', 300_000],
    ['28d', 28 * 86_400_000],
    ['1m30s', 90_000],
    ['500ms', 500],
    ['1.5h', undefined],
    ['5m x', undefined],
    ['15', undefined],
    ['', undefined],
    [undefined, undefined],
    ['soon', undefined],
    ['0s', undefined],
  ])('reads %j as %s ms', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});
