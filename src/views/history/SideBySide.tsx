import { useContext, type ReactNode } from 'react';

import { TitlePicker } from '../layout/TitlePicker';
import type { PlotSize } from '../plot/plotFrame';

interface Props extends PlotSize {
  readonly nTiles: number;
  /** The tiles at their size. */
  readonly children: (size: PlotSize) => ReactNode;
}

const MIN_TILE_WIDTH = 190;
const MIN_TILE_HEIGHT = 110;
const GAP_PX = 8;
const PICKER_PX = 26;

/** Tiles of one view beside each other where there is room, else below; the picker of views stands above all of them. */
export function SideBySide({ width, height, nTiles, children }: Props) {
  const picker = useContext(TitlePicker);
  const left = picker === undefined ? height : height - PICKER_PX;
  const isSideBySide = width >= nTiles * MIN_TILE_WIDTH;
  const tile = {
    width: isSideBySide ? Math.floor((width - (nTiles - 1) * GAP_PX) / nTiles) : width,
    height: isSideBySide ? left : Math.max(MIN_TILE_HEIGHT, Math.floor(left / nTiles)),
  };
  return (
    <TitlePicker.Provider value={undefined}>
      {picker !== undefined && <div style={{ height: PICKER_PX }}>{picker}</div>}
      <div style={{ width, height: left, display: 'flex', flexWrap: 'wrap', columnGap: GAP_PX, overflow: 'auto' }}>
        {children(tile)}
      </div>
    </TitlePicker.Provider>
  );
}
