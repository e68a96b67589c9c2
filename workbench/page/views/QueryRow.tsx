import { css } from '@emotion/css';
import { CoreApp, type DataSourceRef, type GrafanaTheme2, type PanelData, type TimeRange } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { SceneDataQuery } from '@grafana/scenes';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useLoaded } from './useLoaded';

interface Props {
  readonly query: SceneDataQuery;
  readonly queries: readonly SceneDataQuery[];
  readonly dataSource: DataSourceRef | null | undefined;
  readonly data: PanelData | undefined;
  readonly range: TimeRange;
  readonly app?: CoreApp;
  readonly onChange: (query: SceneDataQuery) => void;
  readonly onRemove: () => void;
  readonly onRunQuery: () => void;
}

/** One query in the editor of its data source, with its letter, its eye and its bin. */
export function QueryRow(props: Props) {
  const { query, queries, dataSource, data, range, app = CoreApp.PanelEditor, onChange, onRemove, onRunQuery } = props;
  const styles = useStyles2(getStyles);
  const { value: source, error } = useLoaded(dataSource?.uid ?? '', () => getDataSourceSrv().get(dataSource));
  const Editor = source?.components?.QueryEditor;
  const hide = () => {
    onChange({ ...query, hide: !query.hide });
    onRunQuery();
  };
  return (
    <section className={styles.row} aria-label={`Query ${query.refId}`}>
      <header className={styles.header}>
        <strong>{query.refId}</strong>
        <span className={styles.source}>{source?.name}</span>
        <span className={styles.space} />
        <IconButton
          name={query.hide ? 'eye-slash' : 'eye'}
          tooltip={query.hide ? 'Show response' : 'Hide response'}
          onClick={hide}
        />
        <IconButton name="trash-alt" tooltip="Remove query" onClick={onRemove} />
      </header>
      <div className={styles.body}>
        {error}
        {source && Editor && (
          <Editor
            datasource={source}
            query={query}
            queries={[...queries]}
            data={data}
            range={range}
            app={app}
            onChange={onChange}
            onRunQuery={onRunQuery}
          />
        )}
      </div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ background: theme.colors.background.primary, border: `1px solid ${theme.colors.border.weak}` }),
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    background: theme.colors.background.secondary,
    color: theme.colors.primary.text,
  }),
  source: css({ color: theme.colors.text.secondary }),
  space: css({ flexGrow: 1 }),
  body: css({ padding: theme.spacing(1) }),
});
