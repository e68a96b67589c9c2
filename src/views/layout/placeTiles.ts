/** A view's tile in its panel, CSS pixels. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The tiles of all views, or one view at a time where there is no room for more. */
export type TilePlan =
  | { readonly kind: 'single' }
  | {
      readonly kind: 'tiles';
      readonly tiles: readonly Tile[];
      /** Height of all rows; larger than the panel where it scrolls. */
      readonly height: number;
    };

/** A view's demands on its place. */
export interface TileWish {
  /** Whether it takes a row of its own, as views over time do. */
  readonly isWide: boolean;
}

const MIN_WIDTH = 300;
const MIN_HEIGHT = 190;
const MAX_COLUMNS = 4;
const GAP = 8;

// A tile narrower than this is better off alone: nothing but the scroll bar would be seen of the others.
const MIN_SPACE = { width: 420, height: 260 };

function rowsOf(wishes: readonly TileWish[], nColumns: number): number[][] {
  const rows: number[][] = [];
  let open: number[] | undefined;
  wishes.forEach(({ isWide }, view) => {
    if (isWide) {
      rows.push([view]);
      return;
    }
    if (open === undefined || open.length === nColumns) {
      open = [];
      rows.push(open);
    }
    open.push(view);
  });
  return rows;
}

/**
 * Places views in rows that fill the width; a row with fewer views gives each more. They share the height as far as it
 * lasts; below a height at which nothing could be read the panel scrolls instead.
 */
export function placeTiles(wishes: readonly TileWish[], width: number, height: number): TilePlan {
  if (wishes.length === 1 || width < MIN_SPACE.width || height < MIN_SPACE.height) {
    return { kind: 'single' };
  }
  const nColumns = Math.min(MAX_COLUMNS, Math.max(1, Math.floor((width + GAP) / (MIN_WIDTH + GAP))));
  const rows = rowsOf(wishes, nColumns);
  const rowHeight = Math.max(MIN_HEIGHT, Math.floor((height - (rows.length - 1) * GAP) / rows.length));
  const tiles = new Array<Tile>(wishes.length);
  rows.forEach((row, index) => {
    const tileWidth = Math.floor((width - (row.length - 1) * GAP) / row.length);
    row.forEach((view, column) => {
      tiles[view] = {
        left: column * (tileWidth + GAP),
        top: index * (rowHeight + GAP),
        width: tileWidth,
        height: rowHeight,
      };
    });
  });
  return { kind: 'tiles', tiles, height: rows.length * (rowHeight + GAP) - GAP };
}
