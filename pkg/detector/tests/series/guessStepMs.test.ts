import { guessStepMs } from 'foreband-detector';

import { column } from '../columns.js';

describe('guessStepMs', () => {
  it.each([
    { what: 'a regular series', time: [0, 60, 120, 180], stepMs: 60 },
    { what: 'a series with a gap', time: [0, 60, 120, 6000, 6060], stepMs: 60 },
    { what: 'a series with jitter', time: [0, 59, 120, 180, 241], stepMs: 60 },
    { what: 'repeated times', time: [0, 0, 60, 60, 120], stepMs: 60 },
    { what: 'two differences, taking one that occurs', time: [0, 60, 180], stepMs: 60 },
  ])('is the median difference of $what', ({ time, stepMs }) => {
    expect(guessStepMs(column(...time))).toBe(stepMs);
  });

  it('is NaN where no two timestamps differ', () => {
    expect(guessStepMs(column())).toBeNaN();
    expect(guessStepMs(column(5))).toBeNaN();
    expect(guessStepMs(column(5, 5))).toBeNaN();
  });
});
