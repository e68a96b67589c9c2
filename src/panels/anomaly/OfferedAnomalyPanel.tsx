import { useMemo, useState } from 'react';
import type { EventBus, PanelProps } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';

import { howLongOptionsLast } from '../../grafana/howLongOptionsLast';
import type { StoredAnnotation } from '../../log/annotations/annotationApi';
import { settingsOfFrames } from '../../settings/inheritedValue';

import { AnomalyPanel } from './AnomalyPanel';
import { ACTION_BAR_PX } from './bar/ActionBar';
import { useIncidentAnnotations } from './monitoring/useHandling';
import { labelOffer } from './offer/labelOffer';
import { evaluationOfferText, labelOfferText } from './offer/offerTexts';
import { ThresholdOfferBar } from './offer/ThresholdOfferBar';
import { useOfferedThreshold } from './offer/useOfferedThreshold';
import type { AnomalyPanelOptions } from './options/panelOptions';
import { parsePanelOptions } from './options/parsePanelOptions';

/** A threshold that is offered, and the way to forget it. */
interface Offered {
  readonly thresholdMultiplier: number;
  readonly said: string;
  readonly forget: () => void;
}

/** What an evaluation panel of the dashboard offers, else what people's labels speak for; undefined for nothing new. */
function useOffered(
  eventBus: EventBus,
  annotations: readonly StoredAnnotation[],
  current: number,
): Offered | undefined {
  const [offer, forget] = useOfferedThreshold(eventBus);
  const [dismissed, setDismissed] = useState(NaN);
  const byLabels = useMemo(() => labelOffer(annotations, current), [annotations, current]);
  if (offer !== undefined && offer.thresholdMultiplier !== current) {
    const { thresholdMultiplier } = offer;
    return { thresholdMultiplier, said: evaluationOfferText(offer, current), forget };
  }
  if (byLabels === undefined || byLabels.suggestion.thresholdMultiplier === dismissed) {
    return undefined;
  }
  const { thresholdMultiplier } = byLabels.suggestion;
  const said = labelOfferText(byLabels, current);
  return { thresholdMultiplier, said, forget: () => setDismissed(thresholdMultiplier) };
}

/** The anomaly panel with the threshold that an evaluation panel of the same dashboard, or its labels, offer it. */
export function OfferedAnomalyPanel(props: PanelProps<AnomalyPanelOptions>) {
  const { id, data, width, height, onOptionsChange } = props;
  const { eventBus, app } = usePanelContext();
  const incidents = useIncidentAnnotations({ dashboard: data.request?.dashboardUID ?? '', panelId: id }, data);
  const { thresholdMultiplier: own } = props.options.settings ?? {};
  const current = own ?? settingsOfFrames(data.series).settings.thresholdMultiplier;
  const offered = useOffered(eventBus, incidents.annotations, current);
  if (offered === undefined) {
    return <AnomalyPanel {...props} incidents={incidents} />;
  }
  const { thresholdMultiplier, said, forget } = offered;
  const accept = () => {
    const options = parsePanelOptions(props.options);
    onOptionsChange({ ...options, settings: { ...options.settings, thresholdMultiplier } });
  };
  return (
    <>
      <ThresholdOfferBar
        offered={thresholdMultiplier}
        said={said}
        width={width}
        duration={howLongOptionsLast(app)}
        onAccept={accept}
        onDismiss={forget}
      />
      <AnomalyPanel {...props} incidents={incidents} height={height - ACTION_BAR_PX} />
    </>
  );
}
