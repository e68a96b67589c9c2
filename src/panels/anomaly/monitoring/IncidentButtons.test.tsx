import '../../../grafana/testing/browser';

import { EventBusSrv } from '@grafana/data';
import { PanelContextProvider } from '@grafana/ui';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AnomalyEntry } from 'foreband-engine';

import { scoredSeriesOf } from '../../../chart/model/scoredSeriesOf';
import type { ModelSeries } from '../../../chart/model/panelModel';
import { JUMP, jumpedSeries, modelSeriesOf } from '../../../chart/incidents/testing/jumpedSeries';
import type { StoredAnnotation } from '../../../log/annotations/annotationApi';
import { tagsOf, withHandling as withTags } from '../../../log/annotations/annotationTags';
import type { Handling } from '../../../log/annotations/handling';

import { IncidentButtons } from './IncidentButtons';
import { withHandling } from './withHandling';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const panel = { dashboard: 'cpu', panelId: 1, title: 'CPU' };

async function oneSeries(): Promise<ModelSeries> {
  const detected = await jumpedSeries(16);
  const series = modelSeriesOf(detected);
  return { ...series, chart: { ...series.chart, scored: scoredSeriesOf(detected) } };
}

function show(series: ModelSeries, onHandle: jest.Mock, canAddAnnotations = true) {
  const onSettings = jest.fn();
  render(
    <PanelContextProvider
      value={{ eventBus: new EventBusSrv(), eventsScope: 'here', canAddAnnotations: () => canAddAnnotations }}
    >
      <IncidentButtons
        panel={panel}
        series={[series]}
        seriesKey="web"
        time={JUMP}
        onHandle={onHandle}
        onSettings={onSettings}
      />
    </PanelContextProvider>,
  );
  return onSettings;
}

const button = (name: string) => screen.getByRole('button', { name });
const isPressed = (name: string) => button(name).getAttribute('aria-pressed') === 'true';

const saved = () => jest.fn((_entry: AnomalyEntry, _change: Handling) => Promise.resolve());

describe('IncidentButtons', () => {
  it('labels with the multiplier up to which it pages, acknowledges and snoozes, each on top of the others', async () => {
    const onHandle = saved();
    const series = await oneSeries();
    const onSettings = show(series, onHandle);
    await userEvent.click(button('False alarm'));
    await waitFor(() => expect(isPressed('False alarm')).toBe(true));
    const peakMultiplier = series.chart.scored?.incidents[0].peakMultiplier;
    expect(onHandle.mock.calls[0]).toMatchObject([{ time: JUMP }, { isReal: false, peakMultiplier }]);
    await userEvent.click(screen.getByRole('button', { name: /^Exclude every Mon 10:00 to/ }));
    expect(onSettings.mock.calls.flat()).toEqual([{ maintenance: expect.stringMatching(/^Mon 10:00 to \d\d:\d\d$/) }]);
    await userEvent.click(button('Acknowledge'));
    await waitFor(() => expect(isPressed('Acknowledged')).toBe(true));
    const before = Date.now();
    await userEvent.click(button('4 h'));
    await waitFor(() => expect(isPressed('4 h')).toBe(true));
    expect(isPressed('False alarm')).toBe(true);
    const { snoozedUntil = NaN } = onHandle.mock.calls[2][1];
    expect(Math.abs(snoozedUntil - before - 4 * 3_600_000)).toBeLessThan(120_000);
    await userEvent.click(button('Wake'));
    await waitFor(() => expect(isPressed('4 h')).toBe(false));
    expect(onHandle.mock.calls[3][1]).toEqual({ snoozedUntil: undefined });
  }, 60_000);

  it('says what Grafana did not take, and shows what colleagues have said', async () => {
    const onHandle = jest.fn(() => Promise.reject(new Error('Access denied')));
    const series = await oneSeries();
    const [incident] = series.chart.scored?.incidents ?? [];
    const scored = series.chart.scored && {
      ...series.chart.scored,
      incidents: [{ ...incident, handling: { isReal: true, acknowledgedBy: 'anna' } }],
    };
    show({ ...series, chart: { ...series.chart, scored } }, onHandle);
    expect(isPressed('Real anomaly')).toBe(true);
    expect(isPressed('Acknowledged')).toBe(true);
    await userEvent.click(button('False alarm'));
    await waitFor(() =>
      expect(screen.getByTestId('foreband handling').textContent).toContain('could not be saved: Access denied'),
    );
    expect(isPressed('Real anomaly')).toBe(true);
  }, 60_000);

  it('offers nothing to whoever may not annotate', async () => {
    show(await oneSeries(), saved(), false);
    expect(screen.queryByTestId('foreband handling')).toBeNull();
  }, 60_000);
});

describe('withHandling(panel, series, annotations)', () => {
  it('gives an incident what its annotation says, and leaves series alone where there is none', async () => {
    const series = [await oneSeries()];
    expect(withHandling(panel, series, [])).toBe(series);
    const onHandle = saved();
    show(series[0], onHandle);
    await userEvent.click(button('Acknowledge'));
    const [entry] = onHandle.mock.calls[0];
    const annotation: StoredAnnotation = {
      id: 7,
      time: entry.time,
      timeEnd: entry.end,
      text: '',
      tags: withTags(tagsOf(entry), { acknowledgedBy: 'anna' }),
    };
    const [handled] = withHandling(panel, series, [annotation]);
    expect(handled.chart.scored?.incidents.map(({ handling }) => handling?.acknowledgedBy)).toEqual(['anna']);
    const [other] = withHandling({ ...panel, panelId: 2 }, series, [annotation]);
    expect(other.chart.scored?.incidents.map(({ handling }) => handling)).toEqual([undefined]);
  }, 60_000);
});
