import { useMemo } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { Engine, SavedModel } from 'foreband-engine';
import { linePath } from '../../views/plot/linePath';
import { Plot } from '../../views/plot/Plot';
import { roundDomain } from '../../views/plot/plotFrame';
import { usePlotColors } from '../../views/plot/usePlotColors';

import { valueText } from './modelTexts';

interface Props {
  readonly engine: Engine;
  readonly left: SavedModel;
  readonly right: SavedModel;
  /** A Monday's midnight, epoch ms. */
  readonly weekStart: number;
}

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;
const WIDTH_PX = 460;
const HEIGHT_PX = 240;

function getStyles(theme: GrafanaTheme2) {
  return {
    figure: css({ margin: theme.spacing(0, 0, 2), maxWidth: '100%', overflowX: 'auto' }),
    legend: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

/** The forecasts of two models for the same week. */
export function WeekPlot({ engine, left, right, weekStart }: Props) {
  const styles = useStyles2(getStyles);
  const colors = usePlotColors();
  const time = useMemo(
    () => Float64Array.from({ length: 7 * 48 + 1 }, (_, row) => weekStart + row * HALF_HOUR_MS),
    [weekStart],
  );
  const one = useMemo(() => engine.forecast(left, time, left.settings.intervalWidth).yhat, [engine, left, time]);
  const other = useMemo(() => engine.forecast(right, time, right.settings.intervalWidth).yhat, [engine, right, time]);
  const axes = useMemo(() => {
    const days = Array.from({ length: 7 }, (_, day) => weekStart + day * DAY_MS);
    const format = (at: number) => dateTimeFormat(at, { timeZone: 'utc', format: 'ddd' });
    return {
      x: { domain: [weekStart, weekStart + 7 * DAY_MS] as const, ticks: () => days, format },
      y: { domain: roundDomain(one, other), format: valueText(left) },
    };
  }, [one, other, left, weekStart]);
  return (
    <figure className={styles.figure}>
      <Plot width={WIDTH_PX} height={HEIGHT_PX} label="The forecasts of both models for the same week (UTC)" {...axes}>
        {(frame) => (
          <>
            <path d={linePath(time, one, frame)} stroke={colors.subject} strokeWidth={1.5} />
            <path d={linePath(time, other, frame)} stroke={colors.second} strokeWidth={1.5} strokeDasharray="6 4" />
          </>
        )}
      </Plot>
      <figcaption className={styles.legend}>The same week (UTC) as both forecast it: 1 solid, 2 dashed.</figcaption>
    </figure>
  );
}
