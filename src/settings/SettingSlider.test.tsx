import { useState } from 'react';
import type { StandardEditorContext, StandardEditorsRegistryItem } from '@grafana/data';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import '../grafana/testing/browser';
import { detectedFrame } from '../grafana/testing/detectedFrame';

import type { SettingConfig } from './settingEditor';
import { SettingSlider } from './SettingSlider';

// Icons load their drawings on their own time, which is of no concern here.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const item: StandardEditorsRegistryItem<number | undefined, SettingConfig> = {
  id: 'threshold',
  name: 'Threshold multiplier',
  editor: SettingSlider,
  settings: { setting: 'thresholdMultiplier' },
};

function renderSlider(value: number | undefined, data: StandardEditorContext<unknown>['data']) {
  const onChange = jest.fn();
  render(<SettingSlider id="threshold" item={item} value={value} onChange={onChange} context={{ data }} />);
  return onChange;
}

describe('SettingSlider', () => {
  it('stands at the default and says so while nothing sets it', () => {
    renderSlider(undefined, []);
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('2');
    expect(screen.getByText('default')).toBeTruthy();
  });

  it('reads "from the query" for a Foreband frame', async () => {
    renderSlider(undefined, [await detectedFrame()]);
    expect(screen.getByText('from the query')).toBeTruthy();
  }, 60_000);

  it('moves with the keyboard and sets the value of the panel', () => {
    const onChange = renderSlider(3, []);
    fireEvent.keyDown(screen.getByRole('slider'), { which: 39, keyCode: 39 });
    expect(onChange).toHaveBeenLastCalledWith(expect.closeTo(3.1));
  });

  it('spans what is worth trying, and a value beyond that', () => {
    renderSlider(8, []);
    const handle = screen.getByRole('slider');
    expect(['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => handle.getAttribute(name))).toEqual([
      '0.5',
      '8',
      '8',
    ]);
  });

  it('goes back to the inherited value', async () => {
    const onChange = renderSlider(3, []);
    await userEvent.click(screen.getByRole('button', { name: /Back to 2/ }));
    expect(onChange).toHaveBeenCalledWith(undefined);
  });

  it("keeps the focus, and so the drag, when the first move makes the value the panel's own", () => {
    function Pane() {
      const [value, setValue] = useState<number | undefined>(undefined);
      return <SettingSlider id="threshold" item={item} value={value} onChange={setValue} context={{ data: [] }} />;
    }
    render(<Pane />);
    const handle = screen.getByRole('slider');
    for (let press = 0; press < 3; press++) {
      fireEvent.keyDown(handle, { which: 39, keyCode: 39 });
    }
    expect(screen.getByRole('slider')).toBe(handle);
    expect(handle.getAttribute('aria-valuenow')).toBe('2.3');
  });

  it('follows a value that another hand has set, also after it was moved', () => {
    const pane = (value: number | undefined) => (
      <SettingSlider id="threshold" item={item} value={value} onChange={() => undefined} context={{ data: [] }} />
    );
    const { rerender } = render(pane(2));
    fireEvent.keyDown(screen.getByRole('slider'), { which: 39, keyCode: 39 });
    rerender(pane(2.1));
    rerender(pane(4));
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('4');
    rerender(pane(2.1));
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('2.1');
    rerender(pane(undefined));
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('2');
  });
});
