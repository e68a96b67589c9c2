import { placeTiles, type TileWish } from '../../views/layout/placeTiles';

const ROW_PX = 240;
const SINGLE_PX = 420;

/** A height at which views in a page of this width, below a bar of their own, need no scroll bar. */
export function naturalHeight(wishes: readonly TileWish[], width: number, barPx: number): number {
  const least = placeTiles(wishes, width, SINGLE_PX);
  if (least.kind === 'single') {
    return SINGLE_PX;
  }
  const nRows = new Set(least.tiles.map(({ top }) => top)).size;
  return nRows * ROW_PX + barPx;
}
