import type { DataSourceSettings } from '@grafana/data';
import { config, getBackendSrv, getDataSourceSrv } from '@grafana/runtime';
import { Alert, Button, Field, Input, Stack } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { Page } from '../frame/Page';
import type { WorkbenchDataSources } from '../runtime/dataSources';
import type { LoadedDataSource } from '../runtime/pluginLoader';
import { messageOf, useLoaded } from './useLoaded';

interface TestResult {
  readonly status: string;
  readonly message: string;
  readonly details?: { readonly message?: string; readonly verboseMessage?: string };
}

/** `/connections/datasources/edit/:uid`: the plugin's config editor with "Save & test". */
export function DataSourcePage({ dataSources }: { dataSources: WorkbenchDataSources }) {
  const { uid = '' } = useParams();
  const { value, error } = useLoaded(uid, async () => {
    const settings = await getBackendSrv().get<DataSourceSettings>(`/api/datasources/uid/${uid}`);
    const instance = getDataSourceSrv().getInstanceSettings(uid);
    if (instance === undefined) {
      throw new Error(`unknown data source: ${uid}`);
    }
    return { settings, plugin: await dataSources.pluginOf(instance) };
  });
  return (
    <Page title={value?.settings.name ?? 'Data source'} subTitle={value?.plugin.meta.name}>
      {error}
      {value && <Settings key={uid} saved={value.settings} plugin={value.plugin} />}
    </Page>
  );
}

function Settings({ saved, plugin }: { saved: DataSourceSettings; plugin: LoadedDataSource }) {
  const [settings, setSettings] = useState(saved);
  const [result, setResult] = useState<TestResult>();
  const [isTesting, setTesting] = useState(false);
  const Editor = plugin.components.ConfigEditor;
  useEffect(() => setResult(undefined), [settings.uid]);
  const saveAndTest = async () => {
    setTesting(true);
    setResult(await saveThenTest(settings).catch((error: unknown) => ({ status: 'error', message: messageOf(error) })));
    setTesting(false);
  };
  return (
    <Stack direction="column" gap={2}>
      <Field label="Name" htmlFor="data-source-name" noMargin>
        <Input
          id="data-source-name"
          width={60}
          value={settings.name}
          onChange={(event) => setSettings({ ...settings, name: event.currentTarget.value })}
        />
      </Field>
      {Editor && <Editor options={settings} onOptionsChange={setSettings} />}
      {result && (
        <Alert
          severity={result.status === 'success' ? 'success' : 'error'}
          title={result.message}
          data-testid="data-source-test"
        >
          {result.details?.message ?? result.details?.verboseMessage}
        </Alert>
      )}
      <Stack gap={1}>
        <Button onClick={() => void saveAndTest()} disabled={isTesting || config.bootData.user.orgRole !== 'Admin'}>
          Save &amp; test
        </Button>
      </Stack>
    </Stack>
  );
}

async function saveThenTest(settings: DataSourceSettings): Promise<TestResult> {
  await getBackendSrv().put(`/api/datasources/uid/${settings.uid}`, settings);
  await getDataSourceSrv().reload();
  const instance = await getDataSourceSrv().get(settings.uid);
  return instance.testDatasource();
}
