import { useContext, useState } from 'react';
import { RadioButtonGroup } from '@grafana/ui';
import { percentText } from 'foreband-detector';

import { TitlePicker } from '../layout/TitlePicker';
import { ViewMessage } from '../states/ViewMessage';

import type { HistoryViewProps } from './historyViewProps';
import { PartTile } from './PartTile';
import { SideBySide } from './SideBySide';
import { stlPeriods } from './stlPeriod';
import { useDecomposition } from './useDecomposition';

/** The series taken apart by robust STL, without the forecast's model: trend, seasonality, and what is left. */
export function DecompositionView(props: HistoryViewProps) {
  const { grid, subject, width, height } = props;
  const picker = useContext(TitlePicker);
  const [label, setLabel] = useState<'Day' | 'Week'>('Day');
  const periods = stlPeriods(grid.y.length, subject.stepMs);
  const chosen = periods.find((period) => period.label === label) ?? periods.at(0);
  const parts = useDecomposition(grid, chosen?.rows);
  if (chosen === undefined || parts === undefined) {
    return (
      <>
        {picker}
        {chosen === undefined ? (
          <ViewMessage
            title="Nothing to take apart"
            advice="Two whole days are needed, on a step that divides a day. Lengthen the training window, or select a longer stretch."
          />
        ) : (
          <ViewMessage title="Decomposition" advice="Taking the series apart ..." />
        )}
      </>
    );
  }
  const { trend, seasonal, residual, trendStrength, seasonalStrength } = parts;
  const choice =
    periods.length > 1 ? (
      <RadioButtonGroup
        size="sm"
        aria-label="Period of the decomposition"
        options={periods.map((period) => ({ value: period.label, label: period.label }))}
        value={chosen.label}
        onChange={setLabel}
      />
    ) : undefined;
  const { time } = grid;
  return (
    <SideBySide width={width} height={height} nTiles={3}>
      {(tile) => (
        <>
          <PartTile
            {...props}
            {...tile}
            title="STL trend"
            time={time}
            values={trend}
            behind={grid.y}
            summary={`strength ${percentText(trendStrength)}`}
            controls={choice}
          />
          <PartTile
            {...props}
            {...tile}
            title="STL seasonality"
            time={time}
            values={seasonal}
            summary={`strength ${percentText(seasonalStrength)}`}
          />
          <PartTile {...props} {...tile} title="STL residual" time={time} values={residual} />
        </>
      )}
    </SideBySide>
  );
}
