import { useMemo } from 'react';
import {
  EventBusSrv,
  LoadingState,
  ThemeContext,
  type DataFrame,
  type PanelData,
  type PanelProps,
} from '@grafana/data';

import { AnomalyPanel } from '../../../src/panels/anomaly/AnomalyPanel';
import { defaultPanelOptions } from '../../../src/panels/anomaly/options/parsePanelOptions';

import { theme } from './benchData';
import { SIZE, timeRangeOf } from './stage';

interface Props {
  readonly frames: DataFrame[];
  readonly thresholdMultiplier: number;
}

const eventBus = new EventBusSrv();
const defaults = defaultPanelOptions();
const options = { ...defaults, legend: { ...defaults.legend, showLegend: false } };
const ignore = () => undefined;
const keep = (text: string) => text;

/** The anomaly panel as Grafana calls it, on frames of Foreband's data source. */
export function AnomalyPanelStage({ frames, thresholdMultiplier }: Props) {
  const data = useMemo<PanelData>(
    () => ({ state: LoadingState.Done, series: frames, timeRange: timeRangeOf(frames), structureRev: 1 }),
    [frames],
  );
  const props: PanelProps = {
    id: 1,
    title: '',
    transparent: false,
    data,
    timeRange: data.timeRange,
    timeZone: 'utc',
    options: { ...options, settings: { thresholdMultiplier } },
    fieldConfig: { defaults: {}, overrides: [] },
    width: SIZE.width,
    height: SIZE.height,
    renderCounter: 0,
    eventBus,
    replaceVariables: keep,
    onOptionsChange: ignore,
    onFieldConfigChange: ignore,
    onChangeTimeRange: ignore,
  };
  return (
    <ThemeContext.Provider value={theme}>
      <AnomalyPanel {...props} />
    </ThemeContext.Provider>
  );
}
