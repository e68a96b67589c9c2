import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Toggletip, useStyles2 } from '@grafana/ui';
import type { SeriesStatus } from 'foreband-detector';

import { visuallyHidden } from '../../views/states/visuallyHidden';

import { StatusSign } from './StatusSign';
import { statusSigns, watchedText } from './statusTexts';
import type { WatchedSeries } from './watchedSeries';
import { WatchList } from './WatchList';

interface Props {
  readonly watched: readonly WatchedSeries[];
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: TimeZone;
  /** Whether there is room for numbers only. */
  readonly isNarrow: boolean;
}

type Kind = SeriesStatus['kind'];

const kinds: readonly Kind[] = ['anomalous', 'noData', 'stale', 'notScored', 'learning', 'normal'];

function getStyles(theme: GrafanaTheme2) {
  return {
    button: css({
      display: 'inline-flex',
      alignItems: 'center',
      flexShrink: 0,
      gap: theme.spacing(1),
      padding: theme.spacing(0, 0.5),
      border: 'none',
      borderRadius: theme.shape.radius.default,
      background: 'transparent',
      font: 'inherit',
      fontVariantNumeric: 'tabular-nums',
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    }),
    count: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  };
}

function countsOf(watched: readonly WatchedSeries[]): Array<readonly [Kind, number]> {
  return kinds
    .map((kind) => [kind, watched.filter(({ status }) => status.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
}

/** How many series are in which state, and at a click or Enter which; a single series says since when. */
export function WatchButton({ watched, now, timeZone, isNarrow }: Props) {
  const styles = useStyles2(getStyles);
  const hidden = useStyles2(visuallyHidden);
  const counts = useMemo(() => countsOf(watched), [watched]);
  const [only] = watched;
  const textOf = (kind: Kind, count: number) =>
    watched.length === 1 ? watchedText(only, now, timeZone) : `${count} ${statusSigns[kind].text}`;
  const sentence = counts.map(([kind, count]) => textOf(kind, count)).join(', ');
  return (
    <>
      <Toggletip
        title="Status"
        content={<WatchList watched={watched} now={now} timeZone={timeZone} />}
        placement="bottom-start"
      >
        <button
          type="button"
          className={styles.button}
          aria-label={`Status: ${sentence}`}
          title={sentence}
          data-testid="foreband watch"
        >
          {counts.map(([kind, count]) => (
            <span key={kind} className={styles.count}>
              <StatusSign kind={kind} />
              {isNarrow && watched.length > 1 ? count : textOf(kind, count)}
            </span>
          ))}
        </button>
      </Toggletip>
      <span className={hidden.root} role="status">
        {sentence}
      </span>
    </>
  );
}
