import type { StandardEditorsRegistryItem } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import '../grafana/testing/browser';

import type { SettingConfig } from './settingEditor';
import { SettingSwitchedNumber } from './SettingSwitchedNumber';

// Icons load their drawings on their own time, which is of no concern here.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const item: StandardEditorsRegistryItem<number | null | undefined, SettingConfig> = {
  id: 'calibrate',
  name: 'Calibrate',
  editor: SettingSwitchedNumber,
  settings: { setting: 'calibrationShare' },
};

function renderField(value: number | null | undefined) {
  const onChange = jest.fn();
  render(<SettingSwitchedNumber id="calibrate" item={item} value={value} onChange={onChange} context={{ data: [] }} />);
  return { onChange, field: screen.queryByRole('spinbutton', { name: 'Calibrate: value' }) };
}

describe('SettingSwitchedNumber', () => {
  it('shows the inherited number, and switches it off', async () => {
    const { onChange, field } = renderField(undefined);
    expect(field).toHaveProperty('value', '97.5');
    await userEvent.click(screen.getByRole('radio', { name: 'Off' }));
    expect(onChange.mock.calls).toEqual([[null]]);
  });

  it('has no number while it is off, and the usual one when it is switched on', async () => {
    const { onChange, field } = renderField(null);
    expect(field).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'On' }));
    expect(onChange.mock.calls).toEqual([[0.975]]);
  });

  it('takes a number within its range, and none outside', async () => {
    const { onChange } = renderField(0.99);
    const field = screen.getByRole('spinbutton');
    await userEvent.clear(field);
    await userEvent.type(field, '40{Enter}');
    expect(field).toHaveProperty('title', 'Expected 50 to 99.9%');
    await userEvent.clear(field);
    await userEvent.type(field, '95{Enter}');
    expect(onChange.mock.calls).toEqual([[0.95]]);
  });
});
