import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { numberText } from 'foreband-detector';

import type { ThresholdOffer } from '../../../grafana/thresholdOffer';

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

/** Height of the bar, CSS pixels. */
export const OFFER_BAR_PX = 30;

const NARROW_PX = 420;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: OFFER_BAR_PX,
      padding: theme.spacing(0, 1),
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
    }),
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
    end: css({ marginLeft: 'auto', display: 'flex', gap: theme.spacing(0.5), flexShrink: 0 }),
  };
}

function sourceText({ panelTitle, series }: ThresholdOffer): string {
  return [panelTitle === '' ? 'An evaluation' : panelTitle, series === '' ? '' : `of ${series}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Says which threshold an evaluation offers, and takes it over. */
export function ThresholdOfferBar({ offer, current, width, duration, onAccept, onDismiss }: Props) {
  const styles = useStyles2(getStyles);
  const { thresholdMultiplier } = offer;
  const long = `${sourceText(offer)} offers the threshold ${numberText(thresholdMultiplier)} (now ${numberText(current)}). ${duration}`;
  const text = width < NARROW_PX ? `Threshold ${numberText(thresholdMultiplier)} offered` : long;
  return (
    <div className={styles.root} style={{ width }} role="status" data-testid="foreband threshold offer">
      <Icon name="info-circle" size="sm" />
      <span className={styles.text} title={long}>
        {text}
      </span>
      <span className={styles.end}>
        <Button size="sm" onClick={onAccept} tooltip={duration}>
          {`Accept ${numberText(thresholdMultiplier)}`}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="times"
          aria-label="Dismiss the offer"
          onClick={onDismiss}
        />
      </span>
    </div>
  );
}
