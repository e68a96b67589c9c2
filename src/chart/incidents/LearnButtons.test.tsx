import '../../grafana/testing/browser';

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DetectedSeries } from 'foreband-engine';

import { LearnButtons } from './LearnButtons';
import { JUMP, jumpedSeries, modelSeriesOf } from './testing/jumpedSeries';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const HOUR = 3_600_000;

function show(detected: DetectedSeries, time: number) {
  const onChange = jest.fn();
  render(
    <LearnButtons
      series={[modelSeriesOf(detected)]}
      seriesKey="web"
      time={time}
      timeZone="utc"
      duration="Lasts until reload."
      onChange={onChange}
    />,
  );
  return onChange;
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(name) });

describe('LearnButtons', () => {
  it('offers at an incident to learn from its beginning, or never to learn it, and says how long that lasts', async () => {
    const detected = await jumpedSeries(16);
    const [{ end }] = detected.detection.incidents;
    const onChange = show(detected, JUMP);
    expect(screen.getByTestId('foreband learning').textContent).toContain('Lasts until reload.');
    await userEvent.click(button('Learn from here on'));
    expect(onChange).toHaveBeenLastCalledWith([{ start: 0, end: JUMP - 60_000 }]);
    await userEvent.click(button('Not normal'));
    expect(onChange).toHaveBeenLastCalledWith([{ start: JUMP, end }]);
  }, 60_000);

  it('waits with learning until there are samples enough to fit', async () => {
    show(await jumpedSeries(11), JUMP);
    expect(button('Learn from here on').getAttribute('aria-disabled')).toBe('true');
  }, 60_000);

  it('takes either back where it holds', async () => {
    const around = { start: JUMP, end: JUMP + HOUR };
    const exclusions = [{ start: 0, end: JUMP - 60_000 - 24 * HOUR }, around];
    const onChange = show(await jumpedSeries(16, { exclusions }), JUMP + HOUR);
    const [everything, stretch] = screen.getAllByRole('button', { name: /Fit to it again/ });
    await userEvent.click(everything);
    expect(onChange).toHaveBeenLastCalledWith([around]);
    await userEvent.click(stretch);
    expect(onChange).toHaveBeenLastCalledWith([exclusions[0]]);
  }, 60_000);

  it('says nothing where nothing is unusual', async () => {
    show(await jumpedSeries(16), JUMP - 5 * HOUR);
    expect(screen.queryByTestId('foreband learning')).toBeNull();
  }, 60_000);
});
