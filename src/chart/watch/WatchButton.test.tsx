import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SeriesStatus } from 'foreband-detector';

import '../../grafana/testing/browser';

import { WatchButton } from './WatchButton';
import type { WatchedSeries } from './watchedSeries';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const TEN = Date.UTC(2026, 4, 20, 10);
const NOW = TEN + 3_600_000;
const normal: SeriesStatus = { kind: 'normal' };

function show(statuses: readonly SeriesStatus[], isNarrow = false) {
  const watched = statuses.map((status, index): WatchedSeries => ({ key: `${index}`, name: `host ${index}`, status }));
  render(<WatchButton watched={watched} now={NOW} timeZone="utc" isNarrow={isNarrow} />);
  return screen.getByTestId('foreband watch');
}

describe('WatchButton', () => {
  it.each<[SeriesStatus, string]>([
    [normal, 'Normal'],
    [{ kind: 'anomalous', since: TEN }, 'Anomalous since 10:00'],
    [{ kind: 'noData', since: TEN }, 'No data since 10:00'],
    [{ kind: 'noData', since: undefined }, 'No data'],
    [{ kind: 'stale', since: TEN - 2 * 86_400_000 }, 'Stale: no answer since 2026-05-18 10:00'],
  ])('says of a single series that is %j: %s', (status, text) => {
    expect(show([status]).textContent).toBe(text);
  });

  it('counts many series by what they are, and says so where there is room for numbers only', () => {
    const button = show([{ kind: 'anomalous', since: TEN }, { kind: 'noData', since: TEN }, normal, normal], true);
    expect(button.textContent).toBe('112');
    expect(button.getAttribute('aria-label')).toBe('Status: 1 anomalous, 1 no data, 2 normal');
    expect(screen.getByRole('status').textContent).toBe('1 anomalous, 1 no data, 2 normal');
  });

  it('lists all of two hundred series at a key press', async () => {
    const button = show([{ kind: 'anomalous', since: TEN }, ...Array.from({ length: 199 }, () => normal)]);
    expect(button.textContent).toBe('1 anomalous199 normal');
    button.focus();
    await userEvent.setup().keyboard('{Enter}');
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(200);
    expect(items[0].textContent).toBe('host 0Anomalous since 10:00');
  });
});
