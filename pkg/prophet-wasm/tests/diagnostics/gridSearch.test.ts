import { gridSearch, loadProphet, type GridCandidate, type Prophet } from 'prophet-wasm';

import { syntheticHistory } from '../synthetic.js';

const DAY_MS = 86_400_000;

function finish(steps: Iterator<unknown, readonly GridCandidate[]>): readonly GridCandidate[] {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      return step.value;
    }
  }
}

describe('gridSearch(prophet, data, grid, options)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const history = syntheticHistory(600);
  const folds = { horizonMs: 2 * DAY_MS, periodMs: 2 * DAY_MS, initialMs: 16 * DAY_MS };

  it('tries every combination and puts the best first', () => {
    const grid = { dailySeasonality: [1, 4], growth: ['linear', 'flat'] } as const;
    const found = finish(gridSearch(prophet, history, grid, { ...folds, base: { changepointPriorScale: 0.1 } }));
    expect(found).toHaveLength(4);
    expect(found[0].options).toEqual({ changepointPriorScale: 0.1, dailySeasonality: 4, growth: 'linear' });
    const values = found.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    // The scatter of the series is one unit wide: its standard deviation is 0.577 (2 / sqrt(12)).
    expect(values[0]).toBeLessThan(0.8);
    expect(values[3]).toBeGreaterThan(5);
  });

  it('gives a cap to the candidates that have a use for one', () => {
    const grid = { growth: ['linear', 'logistic'] } as const;
    const found = finish(gridSearch(prophet, { ...history, cap: 500 }, grid, folds));
    expect(found.map(({ error }) => error)).toEqual([undefined, undefined]);
  });

  it('goes fold by fold, tells how far it is, and can be left', () => {
    const steps = gridSearch(prophet, history, { dailySeasonality: [1, 2, 3] }, folds);
    const first = steps.next().value;
    expect(first).toEqual({ done: 1, total: 3 * 4 });
    for (const progress of steps) {
      if (progress.done === 5) {
        break;
      }
    }
    expect(steps.next()).toEqual({ done: true, value: undefined });
  });

  it('compares all candidates on the same cutoffs, those that suit the longest season', () => {
    const steps = gridSearch(
      prophet,
      history,
      { weeklySeasonality: [true, false] },
      { horizonMs: DAY_MS, periodMs: DAY_MS },
    );
    // Initially 7 days, the week, rather than 3 horizons: 24 d 23 h - 1 d - 7 d leave 17 cutoffs.
    expect(steps.next().value).toEqual({ done: 1, total: 2 * 17 });
  });

  it('ranks coverage by its distance from the interval’s width', () => {
    const grid = { intervalWidth: [0.5, 0.9] };
    const found = finish(gridSearch(prophet, history, grid, { ...folds, metric: 'coverage' }));
    expect(found.every(({ value }) => value >= 0 && value < 0.4)).toBe(true);
  });

  it('says why a candidate has no value, and puts it last', () => {
    const zero = { time: history.time, y: Array.from(history.y, (y, i) => (i === 590 ? 0 : y)) };
    const found = finish(gridSearch(prophet, zero, { dailySeasonality: [4] }, { ...folds, metric: 'mape' }));
    expect(found).toEqual([
      { options: { dailySeasonality: 4 }, value: NaN, error: 'mape does not exist: an observation is 0' },
    ]);
  });

  it('refuses an empty grid value, too many combinations and bad options before any fit', () => {
    const many = Array.from({ length: 101 }, (_, i) => i);
    expect(() => gridSearch(prophet, history, { growth: [] }, folds).next()).toThrow('invalid grid: "0 combinations"');
    expect(() => gridSearch(prophet, history, { nChangepoints: many, dailySeasonality: many }, folds).next()).toThrow(
      'invalid grid: "10201 combinations" (expected 1 to 10000)',
    );
    expect(() => gridSearch(prophet, history, { changepointPriorScale: [-1] }, folds).next()).toThrow(
      'invalid changepointPriorScale: -1',
    );
  });
});
