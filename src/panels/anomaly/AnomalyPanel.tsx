import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { CoreApp, type DataFrame, type PanelData, type PanelProps } from '@grafana/data';
import { usePanelContext, useTheme2 } from '@grafana/ui';
import { pin, type PartialSettings } from 'foreband-engine';

import { AlertOnThis } from '../../alerts/AlertOnThis';
import { AnomalyView } from '../../chart/AnomalyView';
import { exclusionMarks } from '../../chart/incidents/exclusions';
import { useExcluded } from '../../chart/incidents/useExcluded';
import { LearnButtons } from '../../chart/incidents/LearnButtons';
import type { PanelModel } from '../../chart/model/panelModel';
import { howLongOptionsLast } from '../../grafana/howLongOptionsLast';

import { panelAddress } from './alerts/panelAddress';
import { ACTION_BAR_PX } from './bar/ActionBar';
import { PanelInstance } from './models/panelInstance';
import { SavedModelDetails } from './models/SavedModelDetails';
import type { SeriesEntry } from './models/seriesModels';
import { settingsWithPins } from './models/settingsWithPins';
import { StaleBar } from './models/StaleBar';
import { useSavedModels, type SavedPanelModel } from './models/useSavedModels';
import { IncidentButtons } from './monitoring/IncidentButtons';
import { noIncidentAnnotations, useHandled, type IncidentAnnotations } from './monitoring/useHandling';
import { useRealSpans } from './monitoring/useRealSpans';
import { useMonitoring } from './monitoring/useMonitoring';
import type { AnomalyPanelOptions } from './options/panelOptions';
import { parsePanelOptions } from './options/parsePanelOptions';

interface Props extends PanelProps<AnomalyPanelOptions> {
  /** What people have said and done about the panel's incidents. Default: nothing. */
  readonly incidents?: IncidentAnnotations;
}

// The options pane stands beside the panel and knows its series only from what the panel says.
function useToldOptionsPane({ entries, refit }: SavedPanelModel, frames: readonly DataFrame[]): void {
  const { app, onInstanceStateChange } = usePanelContext();
  const isEdited = app === CoreApp.PanelEditor;
  useEffect(() => {
    if (isEdited) {
      onInstanceStateChange?.(new PanelInstance(settingsWithPins(entries, frames), entries, refit));
    }
  }, [isEdited, onInstanceStateChange, entries, refit, frames]);
}

/** The data as they are drawn: with what is excluded from the fit marked like the dashboard's annotations. */
function useShown(data: PanelData, { series: [first] }: PanelModel): PanelData {
  const theme = useTheme2();
  const { series, state, annotations, timeRange } = data;
  const { settings } = first ?? {};
  const excluded = useExcluded(settings, timeRange);
  return useMemo(() => {
    const marks = exclusionMarks(excluded, theme.colors.text.disabled);
    return {
      series,
      state,
      timeRange,
      annotations: excluded.length === 0 ? annotations : [...(annotations ?? []), marks],
    };
  }, [series, state, annotations, timeRange, excluded, theme]);
}

function isPinnedAndStale({ origin, staleText }: SeriesEntry): boolean {
  return origin === 'pinned' && staleText !== '';
}

type PointActionsProps = ComponentProps<typeof IncidentButtons> &
  Pick<ComponentProps<typeof LearnButtons>, 'timeZone' | 'duration'>;

function PointActions({ timeZone, duration, ...incident }: PointActionsProps) {
  const { series, seriesKey, time, onSettings } = incident;
  return (
    <>
      <IncidentButtons {...incident} />
      <LearnButtons
        series={series}
        seriesKey={seriesKey}
        time={time}
        timeZone={timeZone}
        duration={duration}
        onChange={(exclusions) => onSettings({ exclusions })}
      />
    </>
  );
}

/** The anomaly panel: the view of its data under the settings of its options. */
export function AnomalyPanel(props: Props) {
  const { id, title, data, timeRange, timeZone, width, height, replaceVariables, onChangeTimeRange, onOptionsChange } =
    props;
  const options = useMemo(() => parsePanelOptions(props.options), [props.options]);
  const dashboard = data.request?.dashboardUID ?? '';
  const watching = { dashboard, panelId: id, title: replaceVariables(title) };
  const { annotations, handle } = props.incidents ?? noIncidentAnnotations;
  const realSpansOf = useRealSpans(watching, annotations);
  const saved = useSavedModels(data, options, useTheme2(), timeZone, realSpansOf);
  useToldOptionsPane(saved, data.series);
  const monitoringNotes = useMonitoring(saved.model, watching, options.writeAnnotations);
  const duration = howLongOptionsLast(usePanelContext().app);
  const [isDismissed, setIsDismissed] = useState(false);
  const [isAlerting, setIsAlerting] = useState(false);
  const { entries, refit } = saved;
  const model = useHandled(watching, saved.model, annotations);
  const shown = useShown({ ...data, timeRange }, model);
  const retrain = (keys: readonly string[]) =>
    onOptionsChange({ ...options, models: { ...options.models, pinned: pin(options.models.pinned, refit(keys)) } });
  const setSettings = (change: PartialSettings) =>
    onOptionsChange({ ...options, settings: { ...options.settings, ...change } });
  const stale = entries.filter(isPinnedAndStale);
  const hasBar = stale.length > 0 && !isDismissed;
  return (
    <>
      {hasBar && (
        <StaleBar
          entries={stale}
          width={width}
          duration={duration}
          onRetrain={() => retrain(stale.map(({ key }) => key))}
          onDismiss={() => setIsDismissed(true)}
        />
      )}
      <AnomalyView
        model={{ ...model, notes: [...model.notes, ...monitoringNotes] }}
        data={shown}
        options={options}
        width={width}
        height={hasBar ? height - ACTION_BAR_PX : height}
        timeZone={timeZone}
        pointActions={({ key }, time) => (
          <PointActions
            panel={watching}
            series={model.series}
            seriesKey={key}
            time={time}
            timeZone={timeZone}
            duration={duration}
            onHandle={handle}
            onSettings={setSettings}
          />
        )}
        onSelectRange={onChangeTimeRange}
        onAlert={() => setIsAlerting(true)}
        onChange={(change) => onOptionsChange({ ...options, ...change })}
        onMend={setSettings}
        details={
          <SavedModelDetails
            saved={saved}
            options={options}
            frames={data.series}
            onChange={onOptionsChange}
            duration={duration}
          />
        }
      />
      {isAlerting && (
        <AlertOnThis
          title={watching.title}
          model={saved.model}
          data={data}
          timeZone={timeZone}
          link={panelAddress(watching)}
          onClose={() => setIsAlerting(false)}
        />
      )}
    </>
  );
}
