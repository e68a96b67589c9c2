import type { StandardEditorsRegistryItem } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import '../grafana/testing/browser';

import type { SettingConfig } from './settingEditor';
import { SettingNumber } from './SettingNumber';

// Icons load their drawings on their own time, which is of no concern here.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const DAY = 86_400_000;

const item: StandardEditorsRegistryItem<number | null | undefined, SettingConfig> = {
  id: 'window',
  name: 'Training window',
  editor: SettingNumber,
  settings: { setting: 'trainingWindowMs' },
};

function renderField(value: number | undefined) {
  const onChange = jest.fn();
  render(<SettingNumber id="window" item={item} value={value} onChange={onChange} context={{ data: [] }} />);
  return { onChange, field: screen.getByRole('spinbutton') };
}

describe('SettingNumber', () => {
  it.each([
    ['Enter', () => userEvent.keyboard('{Enter}')],
    ['leaving the field', () => userEvent.tab()],
  ])('sets what was typed once, with %s', async (_title, finish) => {
    const { onChange, field } = renderField(undefined);
    await userEvent.type(field, '28');
    expect(onChange).not.toHaveBeenCalled();
    await finish();
    expect(onChange.mock.calls).toEqual([[28 * DAY]]);
  });

  it('goes back to the inherited value when emptied', async () => {
    const { onChange, field } = renderField(7 * DAY);
    await userEvent.clear(field);
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[undefined]]);
  });

  it('keeps what it had when the number is out of range, or the same', async () => {
    const { onChange, field } = renderField(7 * DAY);
    await userEvent.type(field, '000');
    expect(field).toHaveProperty('title', 'Expected 0.0417 to 731 days');
    await userEvent.tab();
    expect(field).toHaveProperty('value', '7');
    await userEvent.type(field, '{Backspace}7{Enter}');
    expect(onChange).not.toHaveBeenCalled();
  });
});
