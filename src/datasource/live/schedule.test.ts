import { nextPollAt, retryAt } from './schedule';

const poll = { startedAt: 1000, finishedAt: 1100, answeredUntil: 0, isAwaiting: false, stepMs: 60_000 };

describe('nextPollAt', () => {
  it('is the first tick of the interval at which the next step is complete', () => {
    expect(nextPollAt(poll, 5000)).toBe(61_000);
    expect(nextPollAt({ ...poll, answeredUntil: 2000 }, 5000)).toBe(66_000);
  });

  it('is the very next tick while a sample is awaited', () => {
    expect(nextPollAt({ ...poll, isAwaiting: true }, 5000)).toBe(6000);
  });

  it('is at once where a step has been missing for long, but not before the next tick', () => {
    expect(nextPollAt({ ...poll, answeredUntil: -600_000 }, 5000)).toBe(6000);
  });

  it('leaves a slow server alone for as long as it took', () => {
    expect(nextPollAt({ ...poll, finishedAt: 21_000, isAwaiting: true }, 5000)).toBe(41_000);
  });
});

describe('retryAt', () => {
  it.each([
    [1, 5000],
    [2, 10_000],
    [3, 20_000],
    [6, 120_000],
    [60, 120_000],
  ])('waits after %d failures for %d ms', (nFailures, waitMs) => {
    expect(retryAt(0, nFailures, 5000, 0)).toBe(waitMs);
  });

  it('waits no shorter than an interval that is longer than two minutes', () => {
    expect(retryAt(0, 4, 3_600_000, 0)).toBe(3_600_000);
  });

  it('is spread by up to a half', () => {
    expect(retryAt(0, 3, 5000, 0.5)).toBe(15_000);
  });
});
