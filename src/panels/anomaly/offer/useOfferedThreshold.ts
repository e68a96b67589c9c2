import { useEffect, useState } from 'react';
import type { EventBus } from '@grafana/data';

import {
  readThresholdOffer,
  ThresholdOfferEvent,
  ThresholdOfferRequest,
  type ThresholdOffer,
} from '../../../grafana/thresholdOffer';

/** The latest threshold that an evaluation panel of the dashboard offers, and the way to forget it. */
export function useOfferedThreshold(eventBus: EventBus): readonly [ThresholdOffer | undefined, () => void] {
  const [offer, setOffer] = useState<ThresholdOffer>();
  useEffect(() => {
    const offers = eventBus.subscribe(ThresholdOfferEvent, ({ payload }) => {
      const read = readThresholdOffer(payload);
      if (read !== undefined) {
        setOffer(read);
      }
    });
    // Whoever offered something while this panel was not on the page says it again.
    eventBus.publish(new ThresholdOfferRequest());
    return () => offers.unsubscribe();
  }, [eventBus]);
  return [offer, () => setOffer(undefined)];
}
