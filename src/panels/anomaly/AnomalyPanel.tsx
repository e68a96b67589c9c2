import { useMemo } from 'react';
import type { PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';

import { AnomalyView } from '../../chart/AnomalyView';
import { usePanelModel } from '../../chart/model/usePanelModel';

import { LabelButtons } from './monitoring/LabelButtons';
import { useMonitoring } from './monitoring/useMonitoring';
import type { AnomalyPanelOptions } from './options/panelOptions';
import { parsePanelOptions } from './options/parsePanelOptions';

/** The anomaly panel: the view of its data under the settings of its options. */
export function AnomalyPanel(props: PanelProps<AnomalyPanelOptions>) {
  const { id, title, data, timeRange, timeZone, width, height, replaceVariables, onChangeTimeRange, onOptionsChange } =
    props;
  const options = useMemo(() => parsePanelOptions(props.options), [props.options]);
  const model = usePanelModel(data, options.settings, useTheme2());
  const dashboard = data.request?.dashboardUID ?? '';
  const watching = { dashboard, panelId: id, title: replaceVariables(title) };
  const notes = useMonitoring(model, watching, options.writeAnnotations);
  const shownModel = { ...model, notes: [...model.notes, ...notes] };
  const shown = useMemo(() => ({ ...data, timeRange }), [data, timeRange]);
  return (
    <AnomalyView
      model={shownModel}
      data={shown}
      options={options}
      width={width}
      height={height}
      timeZone={timeZone}
      pointActions={({ key }, time) => (
        <LabelButtons panel={watching} series={model.series} seriesKey={key} time={time} />
      )}
      onSelectRange={onChangeTimeRange}
      onChange={(change) => onOptionsChange({ ...options, ...change })}
    />
  );
}
