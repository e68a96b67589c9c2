import { useMemo } from 'react';
import type { PanelData, TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { PartialSettings, SavedModel } from 'foreband-engine';

import { AlertOnThis } from '../../../alerts/AlertOnThis';
import { usePanelModel } from '../../../chart/model/usePanelModel';
import { pageAddress } from '../../../grafana/pageAddress';

interface Props {
  readonly title: string;
  /** All series of the query, of which the page shows one: rules watch every one. */
  readonly data: PanelData;
  readonly settings: PartialSettings;
  /** Key of the series that the page shows. */
  readonly shownKey: string;
  /** The saved model that it is scored with; undefined where it is fitted live. */
  readonly opened?: SavedModel;
  readonly timeZone: TimeZone;
  readonly onClose: () => void;
}

/** Alert rules for the query of the page: for the series that is shown, and for its siblings with the same settings. */
export function ExploredAlerts({ title, data, settings, shownKey, opened, timeZone, onClose }: Props) {
  const theme = useTheme2();
  const stored = useMemo(() => new Map(opened === undefined ? [] : [[shownKey, opened] as const]), [opened, shownKey]);
  const model = usePanelModel(data, settings, theme, stored);
  return (
    <AlertOnThis title={title} model={model} data={data} timeZone={timeZone} link={pageAddress()} onClose={onClose} />
  );
}
