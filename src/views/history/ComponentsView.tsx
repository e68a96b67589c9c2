import { useContext, useMemo } from 'react';

import { TitlePicker } from '../layout/TitlePicker';
import { ViewMessage } from '../states/ViewMessage';

import type { HistoryViewProps } from './historyViewProps';
import { SeasonalityTile } from './SeasonalityTile';
import { TrendTile } from './TrendTile';

const MIN_TILE_WIDTH = 190;
const MIN_TILE_HEIGHT = 110;
const GAP_PX = 8;
const PICKER_PX = 26;

/** The components of the fitted model: its trend with its interval, and one cycle of every seasonality. */
export function ComponentsView(props: HistoryViewProps) {
  const { subject, width } = props;
  const { components } = subject;
  const picker = useContext(TitlePicker);
  const parts = useMemo(() => components?.(), [components]);
  const height = picker === undefined ? props.height : props.height - PICKER_PX;
  const head = picker === undefined ? null : <div style={{ height: PICKER_PX }}>{picker}</div>;
  if (parts === undefined) {
    return (
      <>
        {head}
        <ViewMessage title="No model" advice={subject.noModel ?? 'The model is still being fitted.'} />
      </>
    );
  }
  const nTiles = 1 + parts.seasonalities.length;
  const isSideBySide = width >= nTiles * MIN_TILE_WIDTH;
  const tile = {
    width: isSideBySide ? Math.floor((width - (nTiles - 1) * GAP_PX) / nTiles) : width,
    height: isSideBySide ? height : Math.max(MIN_TILE_HEIGHT, Math.floor(height / nTiles)),
  };
  return (
    <TitlePicker.Provider value={undefined}>
      {head}
      <div style={{ width, height, display: 'flex', flexWrap: 'wrap', columnGap: GAP_PX, overflow: 'auto' }}>
        <TrendTile {...props} {...tile} trend={parts.trend} noise={parts.noise} />
        {parts.seasonalities.map((seasonality) => (
          <SeasonalityTile key={seasonality.name} {...props} {...tile} seasonality={seasonality} noise={parts.noise} />
        ))}
      </div>
    </TitlePicker.Provider>
  );
}
