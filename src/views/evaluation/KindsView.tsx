import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { durationText, percentText, rangeText, type KindScores } from 'foreband-detector';

import { FigureList } from '../FigureList';
import { ViewTile } from '../layout/ViewTile';

import type { EvaluationViewProps } from './evaluationViewProps';
import { kindName } from './kindName';
import { leftOutText } from './leftOutText';

function nameOf({ kind }: KindScores): string {
  return kindName(kind);
}

function getStyles(theme: GrafanaTheme2) {
  return {
    note: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      margin: theme.spacing(0, 0, 0.5),
    }),
  };
}

/** The events found of each kind, and how far each severity can be trusted. */
export function KindsView({ basis, evaluation, width, height }: EvaluationViewProps) {
  const { byKind, bySeverity, events } = evaluation;
  const styles = useStyles2(getStyles);
  const leftOut = leftOutText(basis.leftOut);
  const readout = events.nWithoutData === 0 ? '' : `${events.nWithoutData} without data left out`;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Kinds and severities"
      subject={basis.name}
      readout={readout}
      hasFigure={false}
      table={() => ({
        headings: ['kind or severity', 'events', 'found', 'recall', 'median delay (ms)', 'false', 'precision'],
        rows: [
          ...byKind.map((one) => [nameOf(one), one.nEvents, one.nFound, one.recall, one.medianDelayMs, NaN, NaN]),
          ...bySeverity.map((one) => [one.severity, NaN, one.nFound, NaN, NaN, one.nFalse, one.precision]),
        ],
      })}
    >
      {() => (
        <>
          {leftOut !== '' && <p className={styles.note}>{leftOut}</p>}
          <FigureList
            caption="Events by kind"
            headings={['Events', 'Found', 'Recall (between)', 'Delay']}
            rows={byKind.map((one) => [
              nameOf(one),
              String(one.nEvents),
              String(one.nFound),
              `${percentText(one.recall)} (${rangeText(one.nFound, one.nEvents)})`,
              one.nFound === 0 ? '–' : durationText(one.medianDelayMs),
            ])}
          />
          <FigureList
            caption="Alarms by severity"
            headings={['Found', 'False', 'Precision']}
            rows={bySeverity.map(({ severity, nFound, nFalse, precision }) => [
              severity,
              String(nFound),
              String(nFalse),
              nFound + nFalse === 0 ? '–' : percentText(precision),
            ])}
          />
        </>
      )}
    </ViewTile>
  );
}
