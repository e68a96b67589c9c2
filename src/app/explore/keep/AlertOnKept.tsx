import { useState } from 'react';
import type { PanelData, TimeZone } from '@grafana/data';
import { Button } from '@grafana/ui';

import { titleOf, type Kept } from './dashboardPanel';
import { ExploredAlerts } from './ExploredAlerts';

interface Props {
  readonly kept: Kept;
  /** All series of the query; undefined while there is none. */
  readonly data: PanelData | undefined;
  readonly timeZone: TimeZone;
}

/** Makes alert rules of the page's query. */
export function AlertOnKept({ kept, data, timeZone }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        icon="bell"
        tooltip="Rules that Prometheus evaluates by itself, so that somebody is told while no page is open"
        onClick={() => setIsOpen(true)}
      >
        Alert on this
      </Button>
      {isOpen && data !== undefined && (
        <ExploredAlerts
          title={titleOf(kept)}
          data={data}
          settings={kept.settings}
          shownKey={kept.key}
          opened={kept.opened}
          timeZone={timeZone}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
