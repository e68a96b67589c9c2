import { useMemo } from 'react';
import { durationText } from 'foreband-detector';

import { placeTiles } from '../layout/placeTiles';
import { ViewMessage } from '../states/ViewMessage';

import type { HistoryViewProps } from './historyViewProps';
import { PatternTile } from './PatternTile';
import { TrendTile } from './TrendTile';

const MIN_TILE_HEIGHT = 110;

/** What the fitted model is made of: its trend with its interval, and one cycle of every pattern. */
export function ComponentsView(props: HistoryViewProps) {
  const { subject, width, height } = props;
  const { components } = subject;
  const parts = useMemo(() => components?.(), [components]);
  if (parts === undefined) {
    return <ViewMessage title="No model" advice={subject.noModel ?? 'The model is still being fitted.'} />;
  }
  const nTiles = 1 + parts.patterns.length;
  const plan = placeTiles(
    Array.from({ length: nTiles }, () => ({ isWide: false })),
    Math.max(width, 420),
    Math.max(height, 260),
  );
  const isSideBySide = plan.kind === 'tiles' && width >= 420;
  const tileWidth = isSideBySide ? Math.floor((width - (nTiles - 1) * 8) / nTiles) : width;
  const tileHeight = isSideBySide ? height : Math.max(MIN_TILE_HEIGHT, Math.floor(height / nTiles));
  return (
    <div style={{ width, height, display: 'flex', flexWrap: 'wrap', gap: isSideBySide ? 8 : 0, overflow: 'auto' }}>
      <TrendTile {...props} width={tileWidth} height={tileHeight} trend={parts.trend} noise={parts.noise} />
      {parts.patterns.map((pattern) => (
        <PatternTile
          key={`${pattern.name} ${durationText(pattern.periodMs)}`}
          {...props}
          width={tileWidth}
          height={tileHeight}
          pattern={pattern}
        />
      ))}
    </div>
  );
}
