import { mergeSpans } from 'foreband-detector';

describe('mergeSpans', () => {
  it('sorts spans and joins those that overlap or touch', () => {
    const spans = [
      { start: 50, end: 60 },
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 2, end: 5 },
    ];
    expect(mergeSpans(spans)).toEqual([
      { start: 0, end: 20 },
      { start: 50, end: 60 },
    ]);
  });

  it('refuses a bound that is no number', () => {
    expect(() => mergeSpans([{ start: NaN, end: 1 }])).toThrow('invalid time span: NaN to 1');
  });
});
