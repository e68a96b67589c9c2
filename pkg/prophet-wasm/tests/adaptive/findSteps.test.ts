import { findSteps, type LevelChanges } from '../../src/adaptive/findSteps.js';
import { createGrid } from '../../src/adaptive/grid.js';
import { robustStart } from '../../src/adaptive/robustStart.js';
import { between, DAY, HOUR, opsSeries, type OpsSeries, type Part } from './opsSeries.js';

const PER_DAY = 288;
const changesOf = ({ start, stepMs, y }: OpsSeries): LevelChanges => {
  const grid = createGrid(start, stepMs, y, 'UTC');
  return findSteps(robustStart(grid), grid, 1);
};
const found = (...parts: readonly Part[]) => changesOf(opsSeries(28, 3, ...parts));
const days = (rows: number) => rows / PER_DAY;

describe('findSteps(shapeless, grid, noise)', () => {
  it('finds nothing in a series without level changes', () => {
    expect(found()).toEqual({ steps: [], blocks: [], drifts: [] });
  });

  it.each([17, 48])('calls what returns within three days a block: %d hours', (hours) => {
    const { steps, blocks } = found(between(18.5, 18.5 + hours / 24, 40));
    expect(steps).toEqual([]);
    expect(blocks).toHaveLength(1);
    // A running median of three hours knows its ends to an hour and a half.
    expect(Math.abs(days(blocks[0].from) - 18.5)).toBeLessThan(2 / 24);
    expect(Math.abs(days(blocks[0].to) - 18.5 - hours / 24)).toBeLessThan(2 / 24);
  });

  it('calls what lasts a step, to a few rows, with its size', () => {
    const { steps, blocks, drifts } = found(between(20.4, 99, 20));
    expect([blocks, drifts]).toEqual([[], []]);
    expect(steps).toEqual([{ row: expect.any(Number), size: expect.closeTo(20, -0.5) }]);
    expect(Math.abs(steps[0].row - 20.4 * PER_DAY)).toBeLessThan(3);
  });

  it('calls what reaches the end a step from six hours on, and a block before', () => {
    const to = (hours: number) => found(between(28 - hours / 24, 99, 30));
    expect(to(8).steps).toHaveLength(1);
    expect(to(3)).toMatchObject({ steps: [], blocks: [{ to: 28 * PER_DAY }] });
  });

  it.each([
    ['slow', 20, 5],
    ['fast', 30, 2],
  ])('calls a change that takes days no step, and follows it: a %s one', (_, size, length) => {
    const { steps, blocks, drifts } = found(({ day }) => size * Math.min(1, Math.max(0, (day - 15) / length)));
    expect([steps, blocks]).toEqual([[], []]);
    drifts.forEach(({ from, to }) => {
      expect(days(from)).toBeGreaterThan(15);
      expect(days(to)).toBeLessThan(15 + length + 1);
    });
  });

  it('says where the level went away too fast for it to be followed: a drift of 15 deviations a day', () => {
    const { drifts } = found(({ day }) => 30 * Math.min(1, Math.max(0, (day - 15) / 2)));
    expect(drifts.length).toBeGreaterThan(0);
  });

  it('finds several steps, up and down, and keeps the five largest in the order of time', () => {
    const { steps } = found(...[30, -20, 14, -26, 18, 22, -12].map((size, i) => between(4 + 3.5 * i, 99, size)));
    expect(steps.map(({ row }) => Math.round(10 * days(row)) / 10)).toEqual([4, 7.5, 14.5, 18, 21.5]);
    expect(steps.map(({ size }) => Math.sign(size))).toEqual([1, -1, -1, 1, 1]);
  });

  it('does not take a weekend for a block', () => {
    expect(found(({ day }) => (day % 7 >= 5 ? -12 : 0))).toEqual({ steps: [], blocks: [], drifts: [] });
  });

  it('looks past gaps', () => {
    const { start, stepMs, y } = opsSeries(28, 3, between(20.4, 99, 20));
    const gappy = y.map((value, i) => (i % 7 === 0 || (days(i) > 12 && days(i) < 13) ? NaN : value));
    const { steps } = changesOf({ start, stepMs, y: gappy });
    expect(steps).toHaveLength(1);
    expect(Math.abs(steps[0].row * stepMs - 20.4 * DAY)).toBeLessThan(HOUR / 4);
  });
});
