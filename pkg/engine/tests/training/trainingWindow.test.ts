import { alignSpan, lastCompleteStep, trainingSpan } from '../../src/training/trainingWindow.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.UTC(2026, 4, 20, 12);
const midnight = Date.UTC(2026, 4, 20);
const settings = { trainingWindowMs: 28 * day, stepMs: 5 * minute };

describe('trainingSpan', () => {
  it('ends at the last UTC midnight before now when the range ends now', () => {
    expect(trainingSpan({ from: noon - day, to: noon, now: noon }, settings)).toEqual({
      start: midnight - 28 * day,
      end: midnight,
    });
  });

  it('is the same for all refreshes of a day and for every zoom', () => {
    const early = trainingSpan({ from: midnight + hour, to: midnight + 2 * hour, now: midnight + 2 * hour }, settings);
    const late = trainingSpan({ from: noon - 7 * day, to: noon, now: noon }, settings);
    expect(early).toEqual(late);
  });

  it('ends before now for a range that reaches into the future', () => {
    expect(trainingSpan({ from: noon, to: noon + 3 * day, now: noon }, settings).end).toBe(midnight);
  });

  it('ends at the last midnight before the end of an older range', () => {
    const to = Date.UTC(2026, 2, 3, 7);
    expect(trainingSpan({ from: to - day, to, now: noon }, settings).end).toBe(Date.UTC(2026, 2, 3));
  });

  it('has its bounds on multiples of the step', () => {
    const span = trainingSpan({ from: noon, to: noon, now: noon }, { trainingWindowMs: 10 * day, stepMs: 7 * minute });
    expect([span.start % (7 * minute), span.end % (7 * minute)]).toEqual([0, 0]);
  });
});

describe('alignSpan', () => {
  it('widens a span to multiples of the step', () => {
    expect(alignSpan({ start: 7, end: 21 }, 5)).toEqual({ start: 5, end: 25 });
  });
});

describe('lastCompleteStep', () => {
  it('leaves out the step still running', () => {
    expect(lastCompleteStep(noon + 4 * minute, 5 * minute)).toBe(noon);
    expect(lastCompleteStep(noon + 5 * minute, 5 * minute)).toBe(noon + 5 * minute);
  });
});
