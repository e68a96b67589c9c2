import { firstPassage, loadProphet, passageTime, predictiveSamples, type Prophet } from 'prophet-wasm';

import { handmadeModel } from '../handmadeModel.js';
import { hourAfterStart, syntheticHistory } from '../synthetic.js';

/** Rises by one unit of y in one length of the history, with hardly any change expected. */
const steady = handmadeModel({ params: { k: 1, sigmaObs: 0.1 } });
/** Bends five times in a length of the history, by 0.5 in the mean. */
const bending = handmadeModel({
  params: { k: 1, delta: [0.5, -0.5, 0.5, -0.5, 0.5], tChange: [0.1, 0.2, 0.3, 0.4, 0.5], sigmaObs: 0.05 },
});
const ahead = Array.from({ length: 100 }, (_, i) => 1 + (i + 1) / 50);

describe('firstPassage(prophet, model, time, { limit, direction, of })', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('of a level without changes is certain from where the level crosses the limit', () => {
    const passage = firstPassage(prophet, steady, ahead, { limit: 2.009, nSamples: 100 });
    const i = ahead.findIndex((at) => at >= 2.009);
    expect(Array.from(passage.probability)).toEqual(ahead.map((_, row) => (row < i ? 0 : 1)));
    expect(passageTime(passage, 0.5)).toBe(ahead[i]);
  });

  it('of observations without changes is that of independent normal noise: 1 - Φ(room / sigma)ⁿ', () => {
    const flat = handmadeModel({ growth: 'flat', params: { m: 2, sigmaObs: 0.5 } });
    const { probability } = firstPassage(prophet, flat, ahead, { limit: 3, of: 'observation', nSamples: 3 });
    probability.forEach((value, i) => expect(value).toBeCloseTo(1 - 0.977249868051821 ** (i + 1), 12));
  });

  it('at a single time is the exact interval’s tail', () => {
    const time = [1.4];
    const { yhatUpper, yhatLower } = prophet.predict(bending, time, { intervalWidth: 0.9 });
    const above = firstPassage(prophet, bending, time, { limit: yhatUpper[0], of: 'observation', nSamples: 40_000 });
    const below = firstPassage(prophet, bending, time, {
      limit: yhatLower[0],
      direction: 'below',
      of: 'observation',
      nSamples: 40_000,
    });
    for (const { probability, standardError } of [above, below]) {
      expect(standardError[0]).toBeLessThan(0.0012);
      expect(Math.abs(probability[0] - 0.05)).toBeLessThan(4 * standardError[0]);
    }
  });

  it('counts the futures of predictiveSamples that have crossed', () => {
    const options = { nSamples: 500, seed: 3 };
    const { trend } = predictiveSamples(prophet, bending, ahead, options);
    const { probability } = firstPassage(prophet, bending, ahead, { limit: 3, ...options });
    const crossed = Array.from({ length: 500 }, (_, s) => ahead.findIndex((_at, i) => trend[i * 500 + s] >= 3));
    const shares = ahead.map((_, i) => crossed.filter((first) => first !== -1 && first <= i).length / 500);
    probability.forEach((value, i) => expect(value).toBeCloseTo(shares[i], 12));
    expect(shares[99]).toBeGreaterThan(0.4);
    expect(shares[99]).toBeLessThan(1);
  });

  it.each(['level', 'observation'] as const)('of a %s never falls, and is larger for a nearer limit', (of) => {
    const near = firstPassage(prophet, bending, ahead, { limit: 2.5, of }).probability;
    const far = firstPassage(prophet, bending, ahead, { limit: 3, of }).probability;
    far.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(i === 0 ? 0 : far[i - 1]);
      expect(value).toBeLessThanOrEqual(near[i]);
    });
    expect(far[99]).toBeLessThan(near[99]);
  });

  it('of observations grows with the number of times at which one looks', () => {
    const rarely = ahead.filter((_, i) => i % 10 === 9);
    const [often, seldom] = [ahead, rarely].map(
      (time) => firstPassage(prophet, bending, time, { limit: 3, of: 'observation' }).probability,
    );
    rarely.forEach((_, i) => expect(often[10 * i + 9]).toBeGreaterThanOrEqual(seldom[i]));
    expect(often[99]).toBeGreaterThan(seldom[9]);
  });

  it('takes times in any order and gives them ascending', () => {
    const shuffled = ahead.map((_, i) => ahead[(i * 37) % 100]);
    expect(firstPassage(prophet, bending, shuffled, { limit: 3 })).toEqual(
      firstPassage(prophet, bending, ahead, { limit: 3 }),
    );
  });

  it('answers the question of a disk: with which odds is it full by when', () => {
    const history = syntheticHistory();
    const model = prophet.fit(history);
    const month = Array.from({ length: 720 }, (_, i) => hourAfterStart(360 + i));
    const passage = firstPassage(prophet, model, month, { limit: 90 });
    const [early, even, late] = [0.1, 0.5, 0.9].map((odds) => passageTime(passage, odds));
    expect(early).toBeLessThan(even);
    expect(even).toBeGreaterThan(hourAfterStart(360));
    expect(Number.isNaN(late) || late > even).toBe(true);
    expect(passageTime(firstPassage(prophet, model, month, { limit: 1e6 }), 0.5)).toBeNaN();
  });

  it.each([
    [{ limit: NaN }, 'invalid limit: NaN (expected a finite number)'],
    [{ limit: 1, nSamples: 0 }, 'invalid nSamples: 0'],
    [
      { limit: 1, nSamples: 200_000 },
      'invalid nSamples: 200000 (expected a whole number above 0, times 100 rows at most',
    ],
    [{ limit: 1, seed: 1e10 }, 'invalid seed: 10000000000'],
  ])('refuses %j', (options, message) => {
    expect(() => firstPassage(prophet, steady, ahead, options)).toThrow(message);
  });

  it.each([0, 1.5, NaN])('refuses odds of %d', (odds) => {
    const passage = firstPassage(prophet, steady, ahead, { limit: 2 });
    expect(() => passageTime(passage, odds)).toThrow('invalid odds');
  });
});
