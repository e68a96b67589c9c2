import { countText, durationText, momentText, numberText, percentText } from '../../src/evaluation/reportNumbers.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('durationText', () => {
  it.each([
    { ms: 0, text: '0 s' },
    { ms: 15_000, text: '15 s' },
    { ms: 10 * MINUTE, text: '10 min' },
    { ms: HOUR, text: '1 h' },
    { ms: 80 * MINUTE, text: '1 h 20 min' },
    { ms: 2 * HOUR - 1, text: '2 h' },
    { ms: DAY - 1, text: '24 h' },
    { ms: DAY + 2 * HOUR, text: '1 d 2 h' },
    { ms: NaN, text: 'n/a' },
  ])('writes $ms ms as $text', ({ ms, text }) => {
    expect(durationText(ms)).toBe(text);
  });
});

describe('numbers', () => {
  it('are written short, and n/a where unknown', () => {
    expect([numberText(2), numberText(0.012345), numberText(1234.5), numberText(NaN)]).toEqual([
      '2',
      '0.0123',
      '1230',
      'n/a',
    ]);
    expect([percentText(0.4667), percentText(NaN)]).toEqual(['46.7%', 'n/a']);
    expect([countText(1, 'event'), countText(0, 'event'), countText(2.5, 'event')]).toEqual([
      '1 event',
      '0 events',
      '2.5 events',
    ]);
    expect(momentText(Date.UTC(2025, 2, 3, 14, 5))).toBe('2025-03-03 14:05 UTC');
  });
});
