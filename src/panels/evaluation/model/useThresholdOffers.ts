import { useCallback, useEffect } from 'react';
import type { EventBus } from '@grafana/data';

import { ThresholdOfferEvent, ThresholdOfferRequest, type ThresholdOffer } from '../../../grafana/thresholdOffer';

// Thresholds offered since the page was loaded, by dashboard and panel: the panel editor takes panels off the page and brings
// them back.
const standing = new Map<string, ThresholdOffer>();

/**
 * Offers a threshold to the anomaly panels of the dashboard: at once to those that listen, and later to those that ask.
 * @param place dashboard and panel that offer, the same as long as the page is.
 */
export function useThresholdOffers(eventBus: EventBus, place: string): (offer: ThresholdOffer) => void {
  useEffect(() => {
    const repeat = () => {
      const offer = standing.get(place);
      if (offer !== undefined) {
        eventBus.publish(new ThresholdOfferEvent(offer));
      }
    };
    repeat();
    const requests = eventBus.subscribe(ThresholdOfferRequest, repeat);
    return () => requests.unsubscribe();
  }, [eventBus, place]);
  return useCallback(
    (offer) => {
      standing.set(place, offer);
      eventBus.publish(new ThresholdOfferEvent(offer));
    },
    [eventBus, place],
  );
}
