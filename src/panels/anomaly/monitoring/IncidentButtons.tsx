import { useState, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, usePanelContext, useStyles2 } from '@grafana/ui';
import {
  type AnomalyEntry,
  anomalyEntry,
  type DetectorSettings,
  foundAnomalies,
  type PartialSettings,
  type WatchingPanel,
} from 'foreband-engine';

import { recurringOffers } from '../../../chart/incidents/recurringLines';
import type { ChartIncident } from '../../../chart/model/chartSeries';
import type { PanelModel } from '../../../chart/model/panelModel';
import { viewerName } from '../../../grafana/viewerName';
import { reasonOf } from '../../../log/annotations/grafanaAnnotations';
import type { Handling } from '../../../log/annotations/handling';

import type { Handle } from './useHandling';
import { watchedSeries } from './watchedSeries';

interface Props {
  readonly panel: WatchingPanel;
  readonly series: PanelModel['series'];
  /** The series that is pointed at. */
  readonly seriesKey: string;
  /** Epoch ms that is pointed at. */
  readonly time: number;
  readonly onHandle: Handle;
  /** Settings that hold from now on. */
  readonly onSettings: (change: PartialSettings) => void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const snoozes = [
  { label: '1 h', durationMs: HOUR_MS },
  { label: '4 h', durationMs: 4 * HOUR_MS },
  { label: '1 d', durationMs: 24 * HOUR_MS },
] as const;

function getStyles(theme: GrafanaTheme2) {
  return {
    // No wider than the tooltip was before it was pinned: it would leave the page.
    root: css({ marginTop: theme.spacing(1), width: 0, minWidth: '100%' }),
    text: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(0.5) }),
    buttons: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginBottom: theme.spacing(0.5),
    }),
  };
}

interface ToggleProps {
  readonly isPressed: boolean;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Toggle({ isPressed, isDisabled, onClick, children }: ToggleProps) {
  return (
    <Button
      size="sm"
      variant={isPressed ? 'primary' : 'secondary'}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

interface HandledProps {
  readonly entry: AnomalyEntry;
  readonly incident: ChartIncident;
  /** The settings it was found with. */
  readonly settings: DetectorSettings;
  readonly onHandle: Handle;
  readonly onSettings: (change: PartialSettings) => void;
}

function useHandledIncident({ entry, incident, onHandle }: Pick<HandledProps, 'entry' | 'incident' | 'onHandle'>) {
  // A pinned tooltip is not told of what has been read meanwhile.
  const [changed, setChanged] = useState<Handling>({});
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const say = (change: Handling) => {
    setIsSaving(true);
    onHandle(entry, change)
      .then(
        () => {
          setChanged((before) => ({ ...before, ...change }));
          setProblem(undefined);
        },
        (error: unknown) => setProblem(reasonOf(error)),
      )
      .finally(() => setIsSaving(false));
  };
  return { handling: { ...incident.handling, ...changed }, isSaving, problem, say };
}

function Handled(props: HandledProps) {
  const styles = useStyles2(getStyles);
  const { handling, isSaving, problem, say } = useHandledIncident(props);
  const [now] = useState(() => Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS);
  const { isReal, acknowledgedBy, snoozedUntil = -Infinity } = handling;
  const { peakMultiplier } = props.incident;
  const label = (given: boolean) =>
    say({ isReal: given, peakMultiplier: Number.isFinite(peakMultiplier) ? peakMultiplier : undefined });
  const isAcknowledged = acknowledgedBy !== undefined;
  return (
    <>
      <div className={styles.text}>
        {problem === undefined
          ? 'Was it one? Your answers are saved as an annotation, for everybody.'
          : `This could not be saved: ${problem}`}
      </div>
      <div className={styles.buttons}>
        <Toggle isPressed={isReal === true} isDisabled={isSaving} onClick={() => label(true)}>
          Real anomaly
        </Toggle>
        <Toggle isPressed={isReal === false} isDisabled={isSaving} onClick={() => label(false)}>
          False alarm
        </Toggle>
        <Toggle
          isPressed={isAcknowledged}
          isDisabled={isSaving}
          onClick={() => say({ acknowledgedBy: isAcknowledged ? undefined : viewerName() })}
        >
          {isAcknowledged ? 'Acknowledged' : 'Acknowledge'}
        </Toggle>
      </div>
      {isReal === false && (
        <div className={styles.buttons} role="group" aria-label="It returns">
          {recurringOffers(props.incident, props.settings).map(({ text, help, change }) => (
            <Button key={text} size="sm" variant="secondary" tooltip={help} onClick={() => props.onSettings(change)}>
              {text}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.buttons} role="group" aria-label="Snooze">
        Snooze
        {snoozes.map(({ label: length, durationMs }) => (
          <Toggle
            key={length}
            isPressed={snoozedUntil > now + durationMs / 2 && snoozedUntil <= now + durationMs}
            isDisabled={isSaving}
            onClick={() => say({ snoozedUntil: now + durationMs })}
          >
            {length}
          </Toggle>
        ))}
        {snoozedUntil > now && (
          <Toggle isPressed={false} isDisabled={isSaving} onClick={() => say({ snoozedUntil: undefined })}>
            Wake
          </Toggle>
        )}
      </div>
    </>
  );
}

/**
 * Lets whoever may annotate label the incident at a point, acknowledge it or snooze it; nothing where there is none.
 */
export function IncidentButtons({ panel, series, seriesKey, time, onHandle, onSettings }: Props) {
  const styles = useStyles2(getStyles);
  const { canAddAnnotations } = usePanelContext();
  const pointed = series.find(({ chart }) => chart.key === seriesKey);
  const [watched] = pointed === undefined ? [] : watchedSeries([pointed]);
  if (watched === undefined || panel.dashboard === '' || canAddAnnotations?.() !== true) {
    return null;
  }
  // The chart may be drawn on another step than the one that is scored.
  const reachMs = watched.detected.settings.stepMs / 2;
  const isAt = ({ start, end }: { readonly start: number; readonly end: number }) =>
    time >= start - reachMs && time <= end + reachMs;
  const incident = pointed?.chart.scored?.incidents.find(isAt);
  const found = foundAnomalies(watched.detected).find(isAt);
  if (incident === undefined || found === undefined) {
    return null;
  }
  const entry = anomalyEntry(panel, watched, found);
  const isCut = found.start === watched.detected.series.time[0];
  return (
    <div className={styles.root} data-testid="foreband handling">
      {isCut ? (
        <div className={styles.text}>Zoom out until its beginning is in sight to label it.</div>
      ) : (
        <Handled
          key={entry.key}
          entry={entry}
          incident={incident}
          settings={watched.detected.settings}
          onHandle={onHandle}
          onSettings={onSettings}
        />
      )}
    </div>
  );
}
