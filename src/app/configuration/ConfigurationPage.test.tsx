import 'fake-indexeddb/auto';

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openDB } from 'idb';

import '../../grafana/testing/browser';
import { grafanaOwner } from '../../stores/grafanaOwner';
import { storeName } from '../../stores/storeOwner';

import ConfigurationPage from './ConfigurationPage';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const samples = () => {
  const row = screen.getByText(/Samples that queries have read/).closest('tr');
  return row?.lastChild?.textContent;
};

describe('ConfigurationPage', () => {
  it('says what this browser stores, and forgets it once that is confirmed', async () => {
    const name = storeName('foreband-training', grafanaOwner());
    const database = await openDB(name, 1, { upgrade: (upgraded) => void upgraded.createObjectStore('blocks') });
    await database.put('blocks', [1, 2], 'a');
    const user = userEvent.setup();
    render(<ConfigurationPage />);
    await screen.findByText(/Samples that queries have read/);
    expect(samples()).toBe('1');

    await user.click(screen.getByRole('button', { name: 'Forget everything in this browser' }));
    const dialog = await screen.findByRole('dialog');
    expect(await database.count('blocks')).toBe(1);
    await user.click(within(dialog).getByRole('button', { name: 'Forget' }));
    await waitFor(() => expect(samples()).toBe('0'));
    expect(await database.count('blocks')).toBe(0);
    database.close();
  });
});
