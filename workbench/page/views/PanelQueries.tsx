import { getDefaultTimeRange, type DataSourceInstanceSettings } from '@grafana/data';
import { DataSourcePicker, getDataSourceSrv } from '@grafana/runtime';
import type { SceneDataQuery, SceneQueryRunner, SceneTimeRangeLike } from '@grafana/scenes';
import { Button, Field, Stack } from '@grafana/ui';
import { css } from '@emotion/css';
import { nextRefId } from './nextRefId';
import { QueryRow } from './QueryRow';
import { switchDataSource } from './switchDataSource';

interface Props {
  readonly runner: SceneQueryRunner;
  readonly timeRange: SceneTimeRangeLike;
}

/** The queries of a panel: data source, one row each, and the button for another. */
export function PanelQueries({ runner, timeRange }: Props) {
  const { queries, datasource, data } = runner.useState();
  const { value: range = getDefaultTimeRange() } = timeRange.useState();
  const setQueries = (next: SceneDataQuery[]) => runner.setState({ queries: next });
  const change = async (settings: DataSourceInstanceSettings) => {
    const previous = await getDataSourceSrv().get(datasource);
    const next = await switchDataSource(queries, previous, settings);
    runner.setState({ datasource: { uid: settings.uid, type: settings.type }, queries: next });
    runner.runQueries();
  };
  const add = async () => {
    const source = await getDataSourceSrv().get(datasource);
    const query = { ...source.getDefaultQuery?.('panel-editor' as never), refId: nextRefId(queries), datasource };
    setQueries([...queries, query]);
  };
  return (
    <div className={css({ maxWidth: 1100 })}>
      <Field label="Data source">
        <DataSourcePicker current={datasource} onChange={(settings) => void change(settings)} mixed metrics noDefault />
      </Field>
      <Stack direction="column" gap={1}>
        {queries.map((query, index) => (
          <QueryRow
            key={query.refId}
            query={query}
            queries={queries}
            dataSource={query.datasource ?? datasource}
            data={data}
            range={range}
            onChange={(next) => setQueries(queries.map((entry, position) => (position === index ? next : entry)))}
            onRemove={() => {
              setQueries(queries.filter((_, position) => position !== index));
              runner.runQueries();
            }}
            onRunQuery={() => runner.runQueries()}
          />
        ))}
        <Stack>
          <Button variant="secondary" icon="plus" onClick={() => void add()}>
            Add query
          </Button>
        </Stack>
      </Stack>
    </div>
  );
}
