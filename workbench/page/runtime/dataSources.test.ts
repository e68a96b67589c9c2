/** @jest-environment jsdom */
import '../testing/browser';

import { DataSourceApi, DataSourcePlugin, EventBusSrv } from '@grafana/data';
import { config } from '@grafana/runtime';

import { createBackend } from './backend';
import { createDataSources } from './dataSources';
import { createTemplates } from './templates';
import type { PluginLoader } from './pluginLoader';

class Constant extends DataSourceApi {
  query = () => Promise.resolve({ data: [] });
  testDatasource = () => Promise.resolve({ status: 'success', message: 'fine' });
}

describe('createDataSources()', () => {
  it('tries a data source again whose plugin failed to load, and keeps the instance that it got', async () => {
    const importDataSource = jest
      .fn<ReturnType<PluginLoader['importDataSource']>, []>()
      .mockRejectedValueOnce(new Error('connection lost'))
      .mockImplementation(() => Promise.resolve(new DataSourcePlugin<DataSourceApi>(Constant)));
    const unused = () => Promise.reject(new Error('no such plugin here'));
    const loader = { importDataSource, importPanel: unused, importApp: unused, importedPanel: () => undefined };
    config.datasources = JSON.parse('{"A":{"uid":"a","name":"A","type":"constant","meta":{"id":"constant"}}}');
    const dataSources = createDataSources(loader, createTemplates(), createBackend('', new EventBusSrv()));
    await expect(dataSources.get('a')).rejects.toThrow('connection lost');
    const instance = await dataSources.get('a');
    expect(instance).toBeInstanceOf(Constant);
    expect(await dataSources.get('a')).toBe(instance);
    expect(importDataSource).toHaveBeenCalledTimes(2);
  });
});
