import { useContext, useMemo } from 'react';

import { TitlePicker } from '../layout/TitlePicker';
import { ViewMessage } from '../states/ViewMessage';

import type { HistoryViewProps } from './historyViewProps';
import { SeasonalityTile } from './SeasonalityTile';
import { SideBySide } from './SideBySide';
import { TrendTile } from './TrendTile';

/** The components of the fitted model: its trend with its interval, and one cycle of every seasonality. */
export function ComponentsView(props: HistoryViewProps) {
  const { subject, width, height } = props;
  const { components } = subject;
  const picker = useContext(TitlePicker);
  const parts = useMemo(() => components?.(), [components]);
  if (parts === undefined) {
    return (
      <>
        {picker}
        <ViewMessage title="No model" advice={subject.noModel ?? 'The model is still being fitted.'} />
      </>
    );
  }
  const { trend, noise, seasonalities } = parts;
  return (
    <SideBySide width={width} height={height} nTiles={1 + seasonalities.length}>
      {(tile) => (
        <>
          <TrendTile {...props} {...tile} trend={trend} noise={noise} />
          {seasonalities.map((seasonality) => (
            <SeasonalityTile key={seasonality.name} {...props} {...tile} seasonality={seasonality} noise={noise} />
          ))}
        </>
      )}
    </SideBySide>
  );
}
