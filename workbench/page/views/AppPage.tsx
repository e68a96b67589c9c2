import { PluginContextProvider, type AppPluginMeta } from '@grafana/data';
import { getBackendSrv, locationSearchToObject } from '@grafana/runtime';
import { useLocation, useParams } from 'react-router-dom';
import type { PluginLoader } from '../runtime/pluginLoader';
import { Page } from '../frame/Page';
import { useLoaded } from './useLoaded';

/** `/a/:id/*`: an app's root page; `/plugins/:id` its configuration pages, as Grafana's AppRootPage and plugin details. */
export function AppPage({ loader, isConfiguration = false }: { loader: PluginLoader; isConfiguration?: boolean }) {
  const { id = '' } = useParams();
  const { pathname, search } = useLocation();
  const { value: plugin, error } = useLoaded(id, async () => {
    const meta = await getBackendSrv().get<AppPluginMeta>(`/api/plugins/${id}/settings`);
    return loader.importApp(meta);
  });
  if (plugin === undefined) {
    return <Page title="App">{error}</Page>;
  }
  const query = locationSearchToObject(search);
  const Root = plugin.root;
  const pages = plugin.configPages ?? [];
  return (
    <PluginContextProvider meta={plugin.meta}>
      {isConfiguration ? (
        <Page title={plugin.meta.name}>
          {pages.length === 0 && 'This app has nothing to configure.'}
          {pages.map(({ id: page, title, body: Body }) => (
            <section key={page} aria-label={title}>
              <Body plugin={plugin} query={query} />
            </section>
          ))}
        </Page>
      ) : (
        Root && (
          <Root meta={plugin.meta} basename={`/a/${id}`} onNavChanged={() => undefined} query={query} path={pathname} />
        )
      )}
    </PluginContextProvider>
  );
}
