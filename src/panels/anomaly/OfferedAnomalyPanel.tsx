import type { PanelProps } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';

import { howLongOptionsLast } from '../../grafana/howLongOptionsLast';
import { settingsOfFrames } from '../../settings/inheritedValue';

import { AnomalyPanel } from './AnomalyPanel';
import { ACTION_BAR_PX } from './bar/ActionBar';
import { ThresholdOfferBar } from './offer/ThresholdOfferBar';
import { useOfferedThreshold } from './offer/useOfferedThreshold';
import type { AnomalyPanelOptions } from './options/panelOptions';
import { parsePanelOptions } from './options/parsePanelOptions';

/** The anomaly panel with the threshold that an evaluation panel of the same dashboard offers it. */
export function OfferedAnomalyPanel(props: PanelProps<AnomalyPanelOptions>) {
  const { data, width, height, onOptionsChange } = props;
  const { eventBus, app } = usePanelContext();
  const [offer, forget] = useOfferedThreshold(eventBus);
  const { thresholdMultiplier: own } = props.options.settings ?? {};
  const current = own ?? settingsOfFrames(data.series).settings.thresholdMultiplier;
  if (offer === undefined || offer.thresholdMultiplier === current) {
    return <AnomalyPanel {...props} />;
  }
  const accept = () => {
    const options = parsePanelOptions(props.options);
    const { thresholdMultiplier } = offer;
    onOptionsChange({ ...options, settings: { ...options.settings, thresholdMultiplier } });
  };
  return (
    <>
      <ThresholdOfferBar
        offer={offer}
        current={current}
        width={width}
        duration={howLongOptionsLast(app)}
        onAccept={accept}
        onDismiss={forget}
      />
      <AnomalyPanel {...props} height={height - ACTION_BAR_PX} />
    </>
  );
}
