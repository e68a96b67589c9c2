import { CoreApp, getDefaultTimeRange, type DataQueryRequest, type DataSourceInstanceSettings } from '@grafana/data';
import { DataSourcePicker, getDataSourceSrv, locationService } from '@grafana/runtime';
import {
  SceneObjectBase,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VizPanel,
  type DataRequestEnricher,
  type SceneDataQuery,
  type SceneObjectState,
} from '@grafana/scenes';
import { Button, Stack } from '@grafana/ui';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { Page } from '../frame/Page';
import type { WorkbenchTemplates } from '../runtime/templates';
import { addressOf, type ExplorePane } from './exploreAddress';
import { QueryRow } from './QueryRow';
import { switchDataSource } from './switchDataSource';
import { useLoaded } from './useLoaded';

interface ExploreState extends SceneObjectState {
  readonly runner: SceneQueryRunner;
  readonly timePicker: SceneTimePicker;
  readonly refreshPicker: SceneRefreshPicker;
  readonly panel: VizPanel;
}

/** One pane of Grafana's Explore as a scene; tells data sources that Explore asks. */
class ExploreScene extends SceneObjectBase<ExploreState> implements DataRequestEnricher {
  constructor({ datasource, queries, range }: ExplorePane) {
    const runner = new SceneQueryRunner({
      datasource: { uid: datasource },
      queries: [...queries],
      maxDataPointsFromWidth: true,
    });
    super({
      runner,
      $timeRange: new SceneTimeRange({ ...range }),
      timePicker: new SceneTimePicker({}),
      refreshPicker: new SceneRefreshPicker({}),
      panel: new VizPanel({ title: 'Graph', pluginId: 'timeseries', $data: runner.clone() }),
    });
  }

  enrichDataRequest(): Partial<DataQueryRequest> {
    return { app: CoreApp.Explore };
  }

  queries(): SceneQueryRunner {
    const { $data } = this.state.panel.state;
    return $data instanceof SceneQueryRunner ? $data : this.state.runner;
  }
}

/** `/explore`: a data source, its queries, and the panel that the frames prefer. */
export function ExplorePage({ templates }: { templates: WorkbenchTemplates }) {
  const panes = new URLSearchParams(useLocation().search).get('panes');
  const { value: pane, error } = useLoaded(panes ?? '', () => paneOf(panes));
  return (
    <Page title="Explore">
      {error}
      {pane && <Pane key={panes} pane={pane} templates={templates} />}
    </Page>
  );
}

function Pane({ pane, templates }: { pane: ExplorePane; templates: WorkbenchTemplates }) {
  const scene = useMemo(() => new ExploreScene(pane), [pane]);
  const runner = scene.queries();
  const { queries, data } = runner.useState();
  const { timePicker, refreshPicker, panel } = scene.useState();
  useEffect(() => {
    templates.setScene(scene);
    const deactivate = scene.activate();
    return () => {
      deactivate();
      templates.setScene(undefined);
    };
  }, [scene, templates]);
  const preferred = data?.series.find(({ meta }) => meta?.preferredVisualisationPluginId)?.meta
    ?.preferredVisualisationPluginId;
  useEffect(() => {
    if (preferred !== undefined && panel.state.pluginId !== preferred) {
      void panel.changePluginType(preferred);
    }
  }, [panel, preferred]);
  const change = async (settings: DataSourceInstanceSettings) => {
    const previous = await getDataSourceSrv().get(pane.datasource);
    const next = await switchDataSource(queries, previous, settings);
    locationService.push(addressOf({ ...pane, datasource: settings.uid, queries: next }));
  };
  const setQuery = (index: number, query: SceneDataQuery) =>
    runner.setState({ queries: queries.map((entry, position) => (position === index ? query : entry)) });
  return (
    <Stack direction="column" gap={2}>
      <Stack justifyContent="space-between">
        <DataSourcePicker current={pane.datasource} onChange={(settings) => void change(settings)} metrics noDefault />
        <Stack gap={1}>
          <timePicker.Component model={timePicker} />
          <refreshPicker.Component model={refreshPicker} />
          <Button onClick={() => runner.runQueries()}>Run query</Button>
        </Stack>
      </Stack>
      {queries.map((query, index) => (
        <QueryRow
          key={query.refId}
          app={CoreApp.Explore}
          query={query}
          queries={queries}
          dataSource={{ uid: pane.datasource }}
          data={data}
          range={data?.timeRange ?? getDefaultTimeRange()}
          onChange={(next) => setQuery(index, next)}
          onRemove={() => runner.setState({ queries: queries.filter((_, position) => position !== index) })}
          onRunQuery={() => runner.runQueries()}
        />
      ))}
      <div style={{ display: 'flex', height: 420, position: 'relative' }}>
        <panel.Component model={panel} />
      </div>
    </Stack>
  );
}

async function paneOf(panes: string | null): Promise<ExplorePane> {
  const given: Record<string, Partial<ExplorePane>> = panes === null ? {} : JSON.parse(panes);
  const [first = {}] = Object.values(given);
  const source = await getDataSourceSrv().get(first.datasource || undefined);
  const queries = first.queries?.length
    ? first.queries
    : [{ ...source.getDefaultQuery?.(CoreApp.Explore), refId: 'A' }];
  return { datasource: source.uid, queries, range: first.range ?? { from: 'now-1h', to: 'now' } };
}
