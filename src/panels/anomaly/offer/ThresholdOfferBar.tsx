import { numberText } from 'foreband-detector';

import { ActionBar } from '../bar/ActionBar';

interface Props {
  /** The threshold multiplier that is offered. */
  readonly offered: number;
  /** Who offers it and why, in a sentence. */
  readonly said: string;
  readonly width: number;
  /** How long an accepted threshold lasts, in a sentence. */
  readonly duration: string;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}

/** Says which threshold an evaluation, or what people said of incidents, offers, and takes it over. */
export function ThresholdOfferBar({ offered, said, width, duration, onAccept, onDismiss }: Props) {
  const multiplier = numberText(offered);
  return (
    <ActionBar
      icon="info-circle"
      text={`${said} ${duration}`}
      shortText={`Threshold ${multiplier} offered`}
      width={width}
      action={`Accept ${multiplier}`}
      tooltip={duration}
      onAction={onAccept}
      dismissLabel="Dismiss the offer"
      onDismiss={onDismiss}
      testId="foreband threshold offer"
    />
  );
}
