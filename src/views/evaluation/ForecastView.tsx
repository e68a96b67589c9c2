import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { comparisonText, naiveName, type ForecastErrors } from 'foreband-detector';

import { FigureList } from '../FigureList';
import { ViewTile } from '../layout/ViewTile';

import type { EvaluationViewProps } from './evaluationViewProps';

function getStyles(theme: GrafanaTheme2) {
  return {
    text: css({ fontSize: theme.typography.bodySmall.fontSize, margin: theme.spacing(0, 0, 0.5) }),
  };
}

/** How far the model's forecast lies from the samples it never saw, beside forecasts without a model. */
export function ForecastView({ basis, format, width, height }: EvaluationViewProps) {
  const styles = useStyles2(getStyles);
  const { comparison } = basis;
  const rows: ReadonlyArray<readonly [string, ForecastErrors]> = [
    ['model', comparison.model],
    ...comparison.naive.map((errors) => [naiveName(errors.kind), errors] as const),
  ];
  return (
    <ViewTile
      width={width}
      height={height}
      title="Forecast"
      subject={basis.name}
      readout={`on ${comparison.nRows} normal samples`}
      hasFigure={false}
      table={() => ({
        headings: ['forecast', 'MAE', 'median error'],
        rows: rows.map(([name, { mae, medianError }]) => [name, mae, medianError]),
      })}
    >
      {() => (
        <>
          <p className={styles.text}>{comparisonText(comparison)}</p>
          <FigureList
            caption="Errors of the forecast beside naive ones"
            headings={['Mean error', 'Median error']}
            rows={rows.map(([name, { mae, medianError }]) => [name, format(mae), format(medianError)])}
          />
        </>
      )}
    </ViewTile>
  );
}
