import { useCallback, useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { getTimeZone, type DataFrame, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';

import { defaultSettings, type PartialSettings } from 'foreband-engine';
import { readCarried } from '../../grafana/carried';
import { InheritedSettings } from '../../settings/inheritedValue';
import { SettingsPane } from '../../settings/SettingsPane';

import { EXPLORE_ADDRESS } from '../pages';

import type { SourceChoice } from './address/exploreState';
import { useExploreState, type ExploreControls } from './address/useExploreState';
import { toExclusion, toExclusions, toFile, toSource, toSpan } from './changes';
import { ExploredSeries } from './ExploredSeries';
import { ExploreMessage } from './ExploreMessage';
import { ExploreNotices } from './ExploreNotices';
import type { ViewHandlers } from './ExploreTabs';
import { FileNotices } from './files/FileNotices';
import { useDropped } from './files/useDropped';
import { useFiles } from './files/useFiles';
import { promqlSource } from './live/dataSources';
import { useFoundMetrics } from './live/useFoundMetrics';
import { nothingYet } from './nothingYet';
import { stateOfModel } from './opened/modelAddress';
import { isModelFile } from './opened/modelFiles';
import { OpenedModelBar } from './opened/OpenedModelBar';
import { useModelFile } from './opened/useModelFile';
import { useOpenedModel } from './opened/useOpenedModel';
import { choiceOf } from './samples/timeRangeOf';
import { SourcePicker } from './source/SourcePicker';
import { ExploreToolbar, type DragMode } from './toolbar/ExploreToolbar';
import { isWaiting, useExploration } from './useExploration';

const NARROW_PX = 1000;

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), position: 'relative' }),
    columns: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 344px',
      gap: theme.spacing(2),
      alignItems: 'start',
      [`@media (max-width: ${NARROW_PX}px)`]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    }),
    main: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
    aside: css({
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    drop: css({
      position: 'absolute',
      inset: 0,
      zIndex: theme.zIndex.dropdown,
      display: 'grid',
      placeItems: 'center',
      pointerEvents: 'none',
      fontSize: theme.typography.h3.fontSize,
      background: theme.colors.background.canvas,
      opacity: 0.92,
      border: `2px dashed ${theme.colors.primary.border}`,
      borderRadius: theme.shape.radius.default,
    }),
  };
}

function useExplorer() {
  const theme = useTheme2();
  const controls = useExploreState();
  const { state, change } = controls;
  const { source } = state;
  const timeZone = useMemo(() => state.timeZone ?? getTimeZone(), [state.timeZone]);
  const [now, setNow] = useState(() => Date.now());
  const files = useFiles(
    source.kind === 'csv' ? source.file : null,
    useCallback((file) => change(toFile(file)), [change]),
  );
  const found = useFoundMetrics(source.kind === 'metric' ? promqlSource(source.dataSource)?.uid : undefined, timeZone);
  const exploration = useExploration(state, { file: files.content, found, timeZone, theme, now });
  const refresh = useCallback(() => setNow(Date.now()), []);
  const opened = useOpenedModel(state.model);
  const modelFile = useModelFile(useCallback((model) => change((present) => stateOfModel(model, present)), [change]));
  return { ...controls, files, exploration, found, timeZone, refresh, opened, modelFile };
}

/** The settings where the page sets nothing: the defaults, and the step of a file. */
function useInherited(frames: readonly DataFrame[] | undefined): InheritedSettings {
  return useMemo(() => {
    const file = (frames ?? []).map(readCarried).find((carried) => carried?.origin === 'file');
    return file === undefined
      ? new InheritedSettings(defaultSettings, () => 'default')
      : new InheritedSettings({ ...defaultSettings, stepMs: file.settings.stepMs }, (name) =>
          name === 'stepMs' ? 'file' : 'default',
        );
  }, [frames]);
}

function useHandlers(change: ExploreControls['change']) {
  return useMemo(
    () => ({
      setSource: (source: SourceChoice) => change(toSource(source)),
      setSettings: (next: (settings: PartialSettings) => PartialSettings) =>
        change(({ settings }) => ({ settings: next(settings) })),
      setSeries: (series: string) => change(() => ({ series })),
      setRange: (range: TimeRange | undefined) =>
        change(() => ({ range: range === undefined ? null : choiceOf(range) })),
      setTimeZone: (timeZone: string) => change(() => ({ timeZone })),
      fitLive: () => change(() => ({ model: null })),
      ofViews: {
        onView: (view) => change(() => ({ view })),
        onExclude: (span) => change(toExclusion(span)),
        onExclusions: (exclusions) => change(toExclusions(exclusions)),
        onPlan: (part) => change(({ plan }) => ({ plan: { ...plan, ...part } })),
        onUse: (thresholdMultiplier) => change(({ settings }) => ({ settings: { ...settings, thresholdMultiplier } })),
        onMend: (part) => change(({ settings }) => ({ settings: { ...settings, ...part } })),
      } satisfies ViewHandlers,
    }),
    [change],
  );
}

/** Looks at one series from anywhere, with its model, live or saved, its history and its evaluation at hand. */
export default function ExplorePage() {
  const styles = useStyles2(getStyles);
  const { state, notices, change, files, exploration, found, timeZone, refresh, opened, modelFile } = useExplorer();
  const [dragMode, setDragMode] = useState<DragMode>('zoom');
  const dropped = useDropped((file) => (isModelFile(file) ? modelFile : files).open(file));
  const { data, range, name, names, asked, problem } = exploration;
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const { setSource, setSettings, setSeries, setRange, setTimeZone, fitLive, ofViews } = useHandlers(change);
  const selectSpan = useCallback(
    (span: TimeSpan) => {
      // A double click asks for more than is visible, meaning to see more.
      const isAll = span.start <= from && span.end >= to;
      change(dragMode === 'zoom' || isAll ? toSpan(span) : toExclusion(span));
    },
    [change, dragMode, from, to],
  );
  const inherited = useInherited(data?.series);
  const nothing = nothingYet({ source: state.source, found, files, onSource: setSource });
  return (
    <PluginPage
      pageNav={{ text: 'Explore', url: EXPLORE_ADDRESS }}
      subTitle="See what a series normally does, tune the model on it, and evaluate it before it goes on a dashboard."
    >
      <div className={styles.page} {...dropped.handlers}>
        {dropped.isOver && <div className={styles.drop}>Drop a CSV to explore it, or a model to score with it</div>}
        <ExploreNotices address={notices} files={files} problem={problem} />
        {state.source.kind === 'csv' && state.source.file !== null && (
          <FileNotices name={state.source.file.name} files={files} notices={exploration.notices} />
        )}
        <SourcePicker source={state.source} found={found} files={files} onChange={setSource} />
        <OpenedModelBar
          opened={opened.opened}
          timeZone={timeZone}
          problem={modelFile.problem}
          onFile={modelFile.open}
          onClose={fitLive}
        />
        <div className={styles.columns}>
          <div className={styles.main}>
            {nothing === null && (
              <ExploreToolbar
                names={names}
                name={name}
                range={range}
                isPart={state.range !== null && asked === undefined}
                timeZone={timeZone}
                dragMode={dragMode}
                isWaiting={isWaiting(exploration)}
                onSeries={setSeries}
                onRange={setRange}
                onTimeZone={setTimeZone}
                onDragMode={setDragMode}
                onRefresh={refresh}
              />
            )}
            {nothing}
            {nothing === null && data === undefined && problem === undefined && (
              <ExploreMessage title="Waiting for data">{null}</ExploreMessage>
            )}
            {nothing === null && data !== undefined && (
              <ExploredSeries
                state={state}
                data={data}
                openedControls={opened}
                exploration={exploration}
                timeZone={timeZone}
                handlers={ofViews}
                onFile={modelFile.open}
                onSelectSpan={selectSpan}
              />
            )}
          </div>
          <aside className={styles.aside}>
            <SettingsPane settings={state.settings} inherited={inherited} onChange={setSettings} />
          </aside>
        </div>
      </div>
    </PluginPage>
  );
}
