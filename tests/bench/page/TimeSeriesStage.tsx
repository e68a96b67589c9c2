import { ThemeContext, type DataFrame } from '@grafana/data';
import { LegendDisplayMode, TimeSeries } from '@grafana/ui';

import { theme } from './benchData';
import { SIZE, timeRangeOf } from './stage';

interface Props {
  readonly frames: DataFrame[];
}

/** Grafana's own chart with nothing but lines, in the same space. */
export function TimeSeriesStage({ frames }: Props) {
  return (
    <ThemeContext.Provider value={theme}>
      <TimeSeries
        frames={frames}
        structureRev={1}
        timeRange={timeRangeOf(frames)}
        timeZone="utc"
        width={SIZE.width}
        height={SIZE.height}
        legend={{ showLegend: false, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] }}
      />
    </ThemeContext.Provider>
  );
}
