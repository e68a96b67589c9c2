import { drawsAttention, handlingKind, handlingTexts, type Handling } from './handling';

const NOW = 1_000_000;

describe('handlingKind(handling, now)', () => {
  it.each<[string, Handling | undefined, string]>([
    ['nothing', undefined, 'open'],
    ['an annotation without a word', {}, 'open'],
    ['a real one', { isReal: true }, 'real'],
    ['a false alarm, snoozed as well', { isReal: false, snoozedUntil: NOW + 1 }, 'falseAlarm'],
    ['a real one that is snoozed', { isReal: true, snoozedUntil: NOW + 1 }, 'snoozed'],
    ['a snooze that has ended', { snoozedUntil: NOW }, 'open'],
    ['a snooze that has ended after somebody took it on', { acknowledgedBy: '', snoozedUntil: NOW }, 'acknowledged'],
  ])('is of %s', (_title, handling, kind) => {
    expect(handlingKind(handling, NOW)).toBe(kind);
  });
});

describe('drawsAttention(handling, now)', () => {
  it('is for everything but false alarms and what is snoozed', () => {
    expect(drawsAttention(undefined, NOW)).toBe(true);
    expect(drawsAttention({ acknowledgedBy: 'anna' }, NOW)).toBe(true);
    expect(drawsAttention({ snoozedUntil: NOW + 1 }, NOW)).toBe(false);
    expect(drawsAttention({ snoozedUntil: NOW }, NOW)).toBe(true);
    expect(drawsAttention({ isReal: false }, NOW)).toBe(false);
  });
});

describe('handlingTexts(handling, now, clock)', () => {
  it('says all there is to say, and a snooze only until its time', () => {
    const all: Handling = { isReal: true, acknowledgedBy: 'anna', snoozedUntil: NOW + 1 };
    expect(handlingTexts(all, NOW, String)).toEqual(['labeled real', 'acknowledged by anna', 'snoozed until 1000001']);
    expect(handlingTexts({ isReal: false, acknowledgedBy: '', snoozedUntil: NOW }, NOW, String)).toEqual([
      'labeled a false alarm',
      'acknowledged',
    ]);
  });
});
