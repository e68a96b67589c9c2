import type { ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { numberText, type EventScores, type ThresholdAdvice, type ThresholdStudy } from 'foreband-detector';

import { outcomeCounts } from './outcomes';
import { suggestionText } from './suggestionText';

interface Props {
  readonly study: ThresholdStudy;
  /** Events at the threshold that is shown. */
  readonly events: EventScores;
  /** Advice for the multiplier of the settings. */
  readonly advice: ThresholdAdvice;
  /** The multiplier of the settings. */
  readonly current: number;
  /** The multiplier the views are shown at. */
  readonly shown: number;
  readonly width: number;
  readonly onTry: (thresholdMultiplier: number) => void;
  readonly onUse?: (thresholdMultiplier: number) => void;
  readonly useHint?: string;
  /** The first item in a small panel; the counts, which its views say as well, make room for it. */
  readonly leading?: ReactNode;
}

/** Height of the bar, CSS pixels. */
export const THRESHOLD_BAR_PX = 30;

const NARROW_PX = 560;
const MIN_WIDTH_WITH_TRY = 320;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: THRESHOLD_BAR_PX,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
    shown: css({ fontVariantNumeric: 'tabular-nums', overflow: 'hidden', textOverflow: 'ellipsis' }),
    faint: css({ color: theme.colors.text.secondary, overflow: 'hidden', textOverflow: 'ellipsis' }),
    end: css({ marginLeft: 'auto', display: 'flex', gap: theme.spacing(0.5), flexShrink: 0 }),
  };
}

/** The threshold that is shown, the one that is suggested, and the way to take one over. */
export function ThresholdBar({ study, events, advice, current, shown, width, onTry, onUse, useHint, leading }: Props) {
  const styles = useStyles2(getStyles);
  const isNarrow = width < NARROW_PX;
  const suggested = advice.kind === 'change' ? advice.row.thresholdMultiplier : undefined;
  // What was dragged to is meant; until then the suggestion is.
  const offered = shown === current ? suggested : shown;
  return (
    <div className={styles.root} style={{ width }} data-testid="foreband threshold">
      {leading}
      <span className={styles.shown}>
        {isNarrow ? '' : 'Threshold '}
        <strong>{numberText(shown)}</strong>
        {shown === current ? '' : ` (now ${numberText(current)})`}
        {leading === undefined && `: ${outcomeCounts(events)}`}
      </span>
      {!isNarrow && <span className={styles.faint}>{suggestionText(study, advice, events.outcomes.length)}</span>}
      <span className={styles.end}>
        {suggested !== undefined && shown !== suggested && width >= MIN_WIDTH_WITH_TRY && (
          <Button size="sm" variant="secondary" onClick={() => onTry(suggested)}>
            {`${isNarrow ? 'Try' : 'Try the suggested'} ${numberText(suggested)}`}
          </Button>
        )}
        <UseButton offered={offered} current={current} isNarrow={isNarrow} onUse={onUse} useHint={useHint} />
      </span>
    </div>
  );
}

interface UseButtonProps extends Pick<Props, 'current' | 'onUse' | 'useHint'> {
  readonly offered: number | undefined;
  readonly isNarrow: boolean;
}

function UseButton({ offered, current, isNarrow, onUse, useHint }: UseButtonProps) {
  if (onUse === undefined || offered === undefined || offered === current) {
    return null;
  }
  return (
    <Button size="sm" tooltip={useHint} onClick={() => onUse(offered)}>
      {`${isNarrow ? 'Use' : 'Use this threshold:'} ${numberText(offered)}`}
    </Button>
  );
}
