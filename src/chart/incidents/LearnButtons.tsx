import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';
import { type DetectedSeries, isStored } from 'foreband-engine';

import { exclusionText } from '../../settings/exclusionText';
import { formatSpan, formatTime } from '../../views/formatTime';
import type { PanelModel } from '../model/panelModel';

import { wholeMinutes } from './exclusions';
import { exclusionBefore, exclusionsAt, LEAST_SAMPLES, samplesSince, unusualAt, type Unusual } from './learning';

interface Props {
  readonly series: PanelModel['series'];
  /** The series that is pointed at. */
  readonly seriesKey: string;
  /** Epoch ms that is pointed at. */
  readonly time: number;
  readonly timeZone: TimeZone;
  /** How long a change lasts, in a sentence. Default: nothing is said. */
  readonly duration?: string;
  /** The exclusions that hold from now on. */
  readonly onChange: (exclusions: readonly TimeSpan[]) => void;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    // No wider than the tooltip was before it was pinned: it would leave the page.
    root: css({ marginTop: theme.spacing(1), width: 0, minWidth: '100%' }),
    text: css({ color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0) }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
  };
}

const NONE: readonly TimeSpan[] = [];

interface OfferProps extends Pick<Props, 'timeZone' | 'onChange'> {
  readonly detected: DetectedSeries;
  readonly unusual: Unusual;
  readonly exclusions: readonly TimeSpan[];
}

function LearnOffer({ detected, unusual, exclusions, timeZone, onChange }: OfferProps) {
  const styles = useStyles2(getStyles);
  const { kind, span } = unusual;
  const since = formatTime(span.start, timeZone);
  const nSamples = samplesSince(detected, span.start);
  const isTooEarly = nSamples < LEAST_SAMPLES;
  return (
    <>
      <div className={styles.buttons}>
        <Button
          size="sm"
          variant="secondary"
          icon="step-backward"
          disabled={isTooEarly}
          tooltip={
            isTooEarly
              ? `Needs ${LEAST_SAMPLES} samples from ${since} on to fit; there are ${nSamples} so far.`
              : `Everything before ${since} is excluded from the fit, so that what came after is the normal.`
          }
          onClick={() => onChange([...exclusions, exclusionBefore(span.start)])}
        >
          Learn from here on
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="ban"
          tooltip={`${formatSpan(span.start, span.end, timeZone)} is excluded: it is never fitted as normal, and no longer flagged.`}
          onClick={() => onChange([...exclusions, wholeMinutes(span)])}
        >
          Not normal
        </Button>
      </div>
      {kind === 'level' && <div className={styles.text}>The level is a new one since {since}.</div>}
    </>
  );
}

function reachText(nSeries: number, detected: DetectedSeries | undefined, duration: string | undefined): string {
  return [
    nSeries > 1 ? 'Holds for every series of the panel.' : '',
    detected !== undefined && isStored(detected.fitted) ? 'The stored model stays as it is until it is retrained.' : '',
    duration ?? '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/**
 * One click for whoever knows better than the model: what began here is the new normal, or was never normal. Both are
 * exclusions, and can be taken back here as well as in the settings.
 */
export function LearnButtons({ series, seriesKey, time, timeZone, duration, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const found = series.find(({ chart }) => chart.key === seriesKey);
  const detected = found?.outcome?.kind === 'detected' ? found.outcome : undefined;
  const exclusions = found?.settings?.exclusions ?? NONE;
  const unusual = detected && unusualAt(detected, time, detected.settings.stepMs / 2);
  const inForce = exclusionsAt(exclusions, time);
  if (inForce.length === 0 && unusual === undefined) {
    return null;
  }
  return (
    <div className={styles.root} data-testid="foreband learning">
      {inForce.map((span) => (
        <div key={`${span.start} ${span.end}`} className={styles.buttons}>
          <span className={styles.text}>
            Excluded from the fit: {exclusionText(span, (at) => formatTime(at, timeZone))}
          </span>
          <Button
            size="sm"
            variant="secondary"
            icon="history"
            onClick={() => onChange(exclusions.filter((other) => other !== span))}
          >
            Fit to it again
          </Button>
        </div>
      ))}
      {detected !== undefined && unusual !== undefined && (
        <LearnOffer
          detected={detected}
          unusual={unusual}
          exclusions={exclusions}
          timeZone={timeZone}
          onChange={onChange}
        />
      )}
      <div className={styles.text}>{reachText(series.length, detected, duration)}</div>
    </div>
  );
}
