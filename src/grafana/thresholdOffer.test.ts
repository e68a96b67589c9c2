import { EventBusSrv } from '@grafana/data';

import './testing/browser';
import { readThresholdOffer, ThresholdOfferEvent } from './thresholdOffer';

const offer = { thresholdMultiplier: 2.6, panelId: 2, panelTitle: 'Evaluation', series: 'web' };

describe('ThresholdOfferEvent', () => {
  it('reaches whoever listens to its type on the bus, in another bundle too', () => {
    const bus = new EventBusSrv();
    const heard: unknown[] = [];
    // The class of another bundle has the same type and is another class.
    bus.subscribe({ type: 'foreband-threshold-offer' } as typeof ThresholdOfferEvent, (event) => {
      heard.push(readThresholdOffer(event.payload));
    });
    bus.publish(new ThresholdOfferEvent(offer));
    expect(heard).toEqual([offer]);
  });
});

describe('readThresholdOffer', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'threshold 2'],
    ['a threshold that is none', { ...offer, thresholdMultiplier: 0 }],
    ['an infinite threshold', { ...offer, thresholdMultiplier: Infinity }],
    ['an offer of nobody', { thresholdMultiplier: 2 }],
  ])('refuses %s', (_title, payload) => {
    expect(readThresholdOffer(payload)).toBeUndefined();
  });

  it('does without names', () => {
    expect(readThresholdOffer({ thresholdMultiplier: 3, panelId: 1 })).toEqual({
      thresholdMultiplier: 3,
      panelId: 1,
      panelTitle: '',
      series: '',
    });
  });
});
