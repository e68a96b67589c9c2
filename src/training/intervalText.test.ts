import { intervalText } from './intervalText';

describe('intervalText', () => {
  it.each([
    [86_400_000, '1d'],
    [5_400_000, '90m'],
    [3_600_000, '1h'],
    [300_000, '5m'],
    [90_000, '90s'],
    [1500, '1500ms'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(intervalText(ms)).toBe(text);
  });
});
