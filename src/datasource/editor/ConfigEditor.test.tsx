import type { DataSourceSettings } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import '../../grafana/testing/browser';

import { fakeGrafana } from '../testing/fakeGrafana';
import type { ForebandOptions } from '../options';

import { ConfigEditor } from './ConfigEditor';

type Settings = DataSourceSettings<ForebandOptions>;

function settingsOf(jsonData: ForebandOptions): Settings {
  return { url: '', access: 'proxy', basicAuth: false, jsonData, secureJsonFields: {} } as Settings;
}

function edit(jsonData: ForebandOptions = {}) {
  fakeGrafana(() => undefined);
  const changes: ForebandOptions[] = [];
  function Host() {
    const [current, setCurrent] = useState(settingsOf(jsonData));
    const onChange = (next: Settings) => {
      changes.push(next.jsonData);
      setCurrent(next);
    };
    return <ConfigEditor options={current} onOptionsChange={onChange} />;
  }
  render(<Host />);
  return { changes, user: userEvent.setup() };
}

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

describe('the config editor', () => {
  it('asks for an address, and for none where an existing data source is used', async () => {
    const { changes, user } = edit();
    expect(screen.queryByPlaceholderText('http://localhost:9090')).not.toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Prometheus data source' }));
    expect(screen.queryByPlaceholderText('http://localhost:9090')).toBeNull();
    expect(screen.queryByText('Choose the data source to ask, or an address of its own.')).not.toBeNull();
    await user.click(screen.getByRole('combobox', { name: 'Prometheus data source' }));
    await user.click(await screen.findByRole('option', { name: 'Prometheus' }));
    expect(changes.at(-1)).toEqual({ prometheusUid: 'p' });
  });

  it('says where the chosen data source is gone', () => {
    edit({ prometheusUid: 'gone' });
    expect(screen.queryByText('The chosen data source is gone, or you may not query it.')).not.toBeNull();
  });

  it('stores what is typed, and forgets what is emptied', async () => {
    const { changes, user } = edit({ timeInterval: '30s' });
    await user.type(screen.getByLabelText('Query time-out'), '45s{Enter}');
    await user.clear(screen.getByLabelText('Scrape interval'));
    await user.tab();
    expect(changes.at(-1)).toEqual({ queryTimeout: '45s', timeInterval: undefined });
  });

  it('lets simulated data stand in only where it is switched on', async () => {
    const { changes, user } = edit();
    const toggle = screen.getByRole('switch', { name: /Show simulated data/ });
    expect(toggle).toHaveProperty('checked', false);
    await user.click(toggle);
    expect(changes.at(-1)).toEqual({ showSimulationWhenUnreachable: true });
  });
});
