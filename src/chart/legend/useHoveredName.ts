import { useEffect, useState } from 'react';
import { DataHoverClearEvent, DataHoverEvent, type EventBus } from '@grafana/data';

/** The name of the legend entry under the pointer or with the focus; undefined for none. */
export function useHoveredName(eventBus: EventBus): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    const hover = eventBus.getStream(DataHoverEvent).subscribe(({ payload }) => {
      if (payload.dataId !== undefined) {
        setName(payload.dataId);
      }
    });
    const clear = eventBus.getStream(DataHoverClearEvent).subscribe(() => setName(undefined));
    return () => {
      hover.unsubscribe();
      clear.unsubscribe();
    };
  }, [eventBus]);
  return name;
}
