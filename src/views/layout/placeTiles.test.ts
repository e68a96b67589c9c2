import { placeTiles, type TilePlan } from './placeTiles';

const wide = { isWide: true };
const narrow = { isWide: false };

function tilesOf(plan: TilePlan) {
  if (plan.kind !== 'tiles') {
    throw new Error('expected tiles');
  }
  return plan.tiles.map(({ left, top, width, height }) => [left, top, width, height]);
}

describe('placeTiles', () => {
  it('shows one view at a time in a small panel', () => {
    expect(placeTiles([wide, narrow, narrow], 300, 200)).toEqual({ kind: 'single' });
  });

  it('gives a view that is alone all the room', () => {
    expect(placeTiles([narrow], 1200, 600)).toEqual({ kind: 'single' });
  });

  it('gives wide views a row of their own, and lets the others share one', () => {
    expect(tilesOf(placeTiles([wide, narrow, narrow], 1000, 608))).toEqual([
      [0, 0, 1000, 300],
      [0, 308, 496, 300],
      [504, 308, 496, 300],
    ]);
  });

  it('lets the narrow views around a wide one share a row', () => {
    const tiles = tilesOf(placeTiles([narrow, wide, narrow], 1000, 608));
    expect(tiles.map(([, top]) => top)).toEqual([0, 308, 0]);
  });

  it('scrolls instead of squeezing', () => {
    const plan = placeTiles([wide, wide, wide, wide], 800, 300);
    expect(plan).toMatchObject({ kind: 'tiles', height: 4 * 190 + 3 * 8 });
  });
});
