import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { dickeyFullerTest, numberText, type DickeyFuller } from 'foreband-detector';

import { FigureList } from '../FigureList';
import { ViewTile } from '../layout/ViewTile';
import { ViewMessage } from '../states/ViewMessage';

import type { HistoryViewProps } from './historyViewProps';
import { gridText } from './selectedGrid';

function getStyles(theme: GrafanaTheme2) {
  return {
    verdict: css({
      display: 'flex',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}

function figures({
  statistic,
  pValue,
  criticalValues,
  nLags,
  nRows,
}: DickeyFuller): ReadonlyArray<readonly [string, number]> {
  return [
    ['Statistic', statistic],
    ['p-value', pValue],
    ['Critical at 1%', criticalValues.onePercent],
    ['Critical at 5%', criticalValues.fivePercent],
    ['Critical at 10%', criticalValues.tenPercent],
    ['Lags', nLags],
    ['Rows', nRows],
  ];
}

/** Whether the series keeps returning to its level, by the augmented Dickey-Fuller test. */
export function StationarityView({ subject, grid, selection, width, height }: HistoryViewProps) {
  const styles = useStyles2(getStyles);
  const outcome = useMemo(() => dickeyFullerTest(grid.y), [grid]);
  const rows = outcome === undefined ? [] : figures(outcome);
  return (
    <ViewTile
      width={width}
      height={height}
      title="Stationarity"
      subject={subject.name}
      readout={gridText(selection)}
      hasFigure={false}
      table={() => ({ headings: ['figure', 'value'], rows: rows.map((row) => [...row]) })}
    >
      {() =>
        outcome === undefined ? (
          <ViewMessage
            title="Nothing to test"
            advice="The series is constant, follows its own past exactly, or has too few samples."
          />
        ) : (
          <>
            <div className={styles.verdict}>
              <Icon name={outcome.verdict === 'stationary' ? 'check-circle' : 'question-circle'} />
              <span>{outcome.text}</span>
            </div>
            <FigureList
              caption="Augmented Dickey-Fuller test"
              headings={['Value']}
              rows={rows.map(([name, value]) => [name, numberText(value)])}
            />
          </>
        )
      }
    </ViewTile>
  );
}
