import { joinSpans, overlaps, pointsIn, splitSpan, withoutSpans, type TimeSpan } from '../src/span.js';

const STEP = 10;

/** `0-20 50` is the two spans from 0 to 20 and at 50. */
function spans(text: string): TimeSpan[] {
  return text.split(' ').flatMap((part) => {
    const [start, end = start] = part.split('-').map(Number);
    return part === '' ? [] : [{ start, end }];
  });
}

const textOf = (list: readonly TimeSpan[]) =>
  list.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`)).join(' ');

describe('withoutSpans(span, others, stepMs)', () => {
  it.each([
    ['0-100', '', '0-100'],
    ['20-80', '0-100', ''],
    ['10-120', '0-100', '110-120'],
    ['0-60', '50-100', '0-40'],
    ['300-400', '0-100', '300-400'],
    ['0-100', '300-400', '0-100'],
    ['0-100', '60-70 20-30', '0-10 40-50 80-100'],
    ['0-100', '0-50 60-100', ''],
  ])('gives of %s without %j the points of %j', (span, others, rest) => {
    expect(textOf(withoutSpans(spans(span)[0], spans(others), STEP))).toBe(rest);
  });
});

describe('joinSpans(spans, stepMs)', () => {
  it.each([
    ['50-60 0-40', '0-60'],
    ['0-40 60-80', '0-40 60-80'],
    ['0-100 20-30', '0-100'],
    ['', ''],
  ])('joins %j to %j', (given, joined) => {
    expect(textOf(joinSpans(spans(given), STEP))).toBe(joined);
  });
});

describe('splitSpan(span, stepMs, maxPoints)', () => {
  it.each([
    ['0-50', 10, '0-50'],
    ['0-50', 6, '0-50'],
    ['0-50', 3, '0-20 30-50'],
    ['0-60', 3, '0-20 30-50 60'],
  ])('cuts %s at %d points into %s, which share none', (span, maxPoints, pieces) => {
    const cut = splitSpan(spans(span)[0], STEP, maxPoints);
    expect(textOf(cut)).toBe(pieces);
    expect(cut.reduce((sum, piece) => sum + pointsIn(piece, STEP), 0)).toBe(pointsIn(spans(span)[0], STEP));
  });
});

describe('overlaps(left, right)', () => {
  it.each([
    ['0-10', '10-20', true],
    ['0-10', '20-30', false],
    ['0-100', '20-30', true],
  ])('says of %s and %s %p, whichever comes first', (left, right, answer) => {
    const [[one], [other]] = [spans(left), spans(right)];
    expect([overlaps(one, other), overlaps(other, one)]).toEqual([answer, answer]);
  });
});
