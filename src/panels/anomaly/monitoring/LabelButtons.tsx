import { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, usePanelContext, useStyles2 } from '@grafana/ui';
import { type AnomalyEntry, anomalyEntry, foundAnomalies, type WatchingPanel } from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import { grafanaAnnotations, reasonOf } from '../../../log/annotations/grafanaAnnotations';
import { labelAnomaly, readLabel } from '../../../log/annotations/labelAnomaly';

import { watchedSeries } from './watchedSeries';

interface Props {
  readonly panel: WatchingPanel;
  readonly series: PanelModel['series'];
  /** The series that is pointed at. */
  readonly seriesKey: string;
  /** Epoch ms that is pointed at. */
  readonly time: number;
}

/** The state of an anomaly's label. */
type LabelState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly label: boolean | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ marginTop: theme.spacing(1) }),
    text: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(0.5) }),
    buttons: css({ display: 'flex', gap: theme.spacing(0.5) }),
  };
}

function Labeled({ entry }: { readonly entry: AnomalyEntry }) {
  const styles = useStyles2(getStyles);
  const [state, setState] = useState<LabelState>({ kind: 'asking' });
  // An anomaly that grows while it is looked at is the same one.
  const [asked] = useState(entry);
  const fail = (error: unknown) => setState({ kind: 'failed', reason: reasonOf(error) });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: LabelState) => isCurrent && setState(next);
    readLabel(grafanaAnnotations, asked).then(
      (label) => show({ kind: 'known', label }),
      (error: unknown) => show({ kind: 'failed', reason: reasonOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  if (state.kind === 'failed') {
    return <div className={styles.text}>The label could not be saved or read: {state.reason}</div>;
  }
  const say = (isReal: boolean) => {
    setState({ kind: 'asking' });
    labelAnomaly(grafanaAnnotations, entry, isReal).then(() => setState({ kind: 'known', label: isReal }), fail);
  };
  const label = state.kind === 'known' ? state.label : undefined;
  return (
    <>
      <div className={styles.text}>Was it one? Your answer is saved as an annotation, for evaluations.</div>
      <div className={styles.buttons}>
        {[true, false].map((isReal) => (
          <Button
            key={String(isReal)}
            size="sm"
            variant={label === isReal ? 'primary' : 'secondary'}
            aria-pressed={label === isReal}
            disabled={state.kind === 'asking'}
            onClick={() => say(isReal)}
          >
            {isReal ? 'Real anomaly' : 'False alarm'}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Lets the reader say whether the anomaly at a point was one; nothing where there is none, or the reader may not. */
export function LabelButtons({ panel, series, seriesKey, time }: Props) {
  const styles = useStyles2(getStyles);
  const { canAddAnnotations } = usePanelContext();
  const watched = watchedSeries(series).find(({ key }) => key === seriesKey);
  if (watched === undefined || panel.dashboard === '' || canAddAnnotations?.() !== true) {
    return null;
  }
  // The chart may be drawn on another step than the one that is scored.
  const reachMs = watched.detected.settings.stepMs / 2;
  const found = foundAnomalies(watched.detected).find(
    ({ start, end }) => time >= start - reachMs && time <= end + reachMs,
  );
  if (found === undefined) {
    return null;
  }
  const entry = anomalyEntry(panel, watched, found);
  const isCut = found.start === watched.detected.series.time[0];
  return (
    <div className={styles.root}>
      {isCut ? (
        <div className={styles.text}>Zoom out until its beginning is in sight to label it.</div>
      ) : (
        <Labeled key={entry.key} entry={entry} />
      )}
    </div>
  );
}
