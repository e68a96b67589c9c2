import type { DataFrame, StandardEditorsRegistryItem } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type PartialSettings, presets } from 'foreband-engine';

import '../grafana/testing/browser';
import { detectedFrame } from '../grafana/testing/detectedFrame';

import { SettingPreset } from './SettingPreset';

const item: StandardEditorsRegistryItem<PartialSettings | undefined> = {
  id: 'settings',
  name: 'Preset',
  editor: SettingPreset,
};

function renderPreset(value: PartialSettings | undefined, data: DataFrame[] = []) {
  const onChange = jest.fn();
  render(<SettingPreset id="preset" item={item} value={value} onChange={onChange} context={{ data }} />);
  const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;
  const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
  return { onChange, isChosen, choose };
}

describe('SettingPreset', () => {
  it('says which preset is inherited while the panel sets none of its settings', () => {
    const { isChosen } = renderPreset({ n: 3 });
    expect(isChosen('Default')).toBe(true);
    expect(screen.queryByText('This is "Adaptive".')).not.toBeNull();
  });

  it('sets all of a preset at once, and leaves the other settings as they are', async () => {
    const { onChange, choose } = renderPreset({ n: 3, thresholdMultiplier: 4 });
    await choose('Classic');
    expect(onChange.mock.calls).toEqual([[{ n: 3, ...presets.classic }]]);
  });

  it('gives the settings of a preset back to the query', async () => {
    const { onChange, choose, isChosen } = renderPreset({ n: 3, ...presets.classic }, [await detectedFrame()]);
    expect(isChosen('Classic')).toBe(true);
    await choose('From the query');
    expect(onChange.mock.calls).toEqual([[{ n: 3 }]]);
  }, 60_000);

  it('says where a setting has been changed by hand', () => {
    const { isChosen } = renderPreset({ ...presets.adaptive, weeklyOrder: 5 });
    expect(['Default', 'Adaptive', 'Classic'].some(isChosen)).toBe(false);
    expect(screen.queryByText(/^Changed by hand/)).not.toBeNull();
  });

  it('says what has become of the values of a preset of before', () => {
    renderPreset({ weeklyOrder: 20, robustDeviations: 4, calibrationShare: 0.975 });
    expect(screen.queryByText(/^The preset "Recommended" has become "Adaptive"/)).not.toBeNull();
  });

  it('takes settings that were reset for not set', () => {
    const { isChosen } = renderPreset({ weeklyOrder: undefined });
    expect(isChosen('Default')).toBe(true);
  });
});
