import '../../grafana/testing/browser';

import { EventBusSrv, LoadingState, type PanelProps } from '@grafana/data';
import { PanelContextProvider } from '@grafana/ui';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { panelData } from '../../grafana/testing/panelData';
import { ThresholdOfferEvent, ThresholdOfferRequest } from '../../grafana/thresholdOffer';

import { OfferedAnomalyPanel } from './OfferedAnomalyPanel';
import { defaultPanelOptions } from './options/parsePanelOptions';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const offer = { thresholdMultiplier: 2.6, panelId: 2, panelTitle: 'Evaluation', series: 'web' };

function show(thresholdMultiplier?: number) {
  const eventBus = new EventBusSrv();
  const onOptionsChange = jest.fn();
  const asked = jest.fn();
  eventBus.subscribe(ThresholdOfferRequest, asked);
  const data = panelData([], { state: LoadingState.Done });
  const props: PanelProps = {
    id: 1,
    title: 'CPU',
    transparent: false,
    data,
    timeRange: data.timeRange,
    timeZone: 'utc',
    options: { ...defaultPanelOptions(), settings: { thresholdMultiplier } },
    fieldConfig: { defaults: {}, overrides: [] },
    width: 800,
    height: 300,
    renderCounter: 0,
    eventBus,
    replaceVariables: (text) => text,
    onOptionsChange,
    onFieldConfigChange: () => undefined,
    onChangeTimeRange: () => undefined,
  };
  render(
    <PanelContextProvider value={{ eventBus, eventsScope: 'dashboard' }}>
      <OfferedAnomalyPanel {...props} />
    </PanelContextProvider>,
  );
  const publish = (payload: typeof offer) => act(() => eventBus.publish(new ThresholdOfferEvent(payload)));
  return { onOptionsChange, asked, publish };
}

describe('the anomaly panel', () => {
  it('asks for offers when it appears, and shows none that it was not given', () => {
    const { asked } = show();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(screen.queryByTestId('foreband threshold offer')).toBeNull();
  });

  it('takes an offered threshold over into its own options', async () => {
    const { onOptionsChange, publish } = show(3);
    publish(offer);
    expect(screen.getByTestId('foreband threshold offer').textContent).toContain(
      'Evaluation of web offers the threshold 2.6 (now 3). Lasts until reload',
    );
    await userEvent.click(screen.getByRole('button', { name: /Accept 2.6/ }));
    expect(onOptionsChange).toHaveBeenCalledWith(expect.objectContaining({ settings: { thresholdMultiplier: 2.6 } }));
  });

  it('says nothing about a threshold it has already', () => {
    const { publish } = show(2.6);
    publish(offer);
    expect(screen.queryByTestId('foreband threshold offer')).toBeNull();
  });

  it('forgets an offer that is dismissed, until the next one', async () => {
    const { publish } = show();
    publish(offer);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss the offer' }));
    expect(screen.queryByTestId('foreband threshold offer')).toBeNull();
    publish({ ...offer, thresholdMultiplier: 3.1 });
    expect(screen.getByTestId('foreband threshold offer')).not.toBeNull();
  });
});
