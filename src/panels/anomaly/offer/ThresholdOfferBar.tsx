import { numberText } from 'foreband-detector';

import type { ThresholdOffer } from '../../../grafana/thresholdOffer';
import { ActionBar } from '../bar/ActionBar';

interface Props {
  readonly offer: ThresholdOffer;
  /** The threshold multiplier that holds at present. */
  readonly current: number;
  readonly width: number;
  /** How long an accepted threshold lasts, in a sentence. */
  readonly duration: string;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}

function sourceText({ panelTitle, series }: ThresholdOffer): string {
  return [panelTitle === '' ? 'An evaluation' : panelTitle, series === '' ? '' : `of ${series}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Says which threshold an evaluation offers, and takes it over. */
export function ThresholdOfferBar({ offer, current, width, duration, onAccept, onDismiss }: Props) {
  const offered = numberText(offer.thresholdMultiplier);
  return (
    <ActionBar
      icon="info-circle"
      text={`${sourceText(offer)} offers the threshold ${offered} (now ${numberText(current)}). ${duration}`}
      shortText={`Threshold ${offered} offered`}
      width={width}
      action={`Accept ${offered}`}
      tooltip={duration}
      onAction={onAccept}
      dismissLabel="Dismiss the offer"
      onDismiss={onDismiss}
      testId="foreband threshold offer"
    />
  );
}
