import { useMemo, useState } from 'react';
import { autocorrelationOf, durationText, numberText } from 'foreband-detector';

import { ViewTile } from '../layout/ViewTile';
import { BrushLayer } from '../plot/BrushLayer';
import { linePath } from '../plot/linePath';
import { Plot } from '../plot/Plot';
import { usePlotColors } from '../plot/usePlotColors';

import type { HistoryViewProps } from './historyViewProps';
import { periodsOf } from './periodsOf';
import { gridText } from './selectedGrid';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A week and a day, so that the hill of a weekly seasonality is seen. */
const MAX_LAG_MS = 8 * DAY_MS;
const MIN_LAGS = 20;

function lagTicks(mostMs: number, nMost: number): number[] {
  const steps = [HOUR_MS / 4, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, DAY_MS, 2 * DAY_MS, 7 * DAY_MS];
  const step = steps.find((one) => mostMs / one <= nMost) ?? mostMs / 2;
  return Array.from({ length: Math.floor(mostMs / step) + 1 }, (_, index) => index * step);
}

function useAutocorrelation({ grid, subject: { stepMs } }: HistoryViewProps) {
  return useMemo(() => {
    const half = Math.floor(grid.y.length / 2);
    const nLags = Math.min(half, Math.max(MIN_LAGS, Math.round(MAX_LAG_MS / stepMs)));
    const { values, noiseBound } = autocorrelationOf(grid.y, nLags);
    const lags = Float64Array.from(values, (_, lag) => lag * stepMs);
    return { values, noiseBound, lags, periods: periodsOf(grid) };
  }, [grid, stepMs]);
}

/** How alike the series is to itself some time later. */
export function AutocorrelationView(props: HistoryViewProps) {
  const { subject, selection, width, height } = props;
  const colors = usePlotColors();
  const { values, noiseBound, lags, periods } = useAutocorrelation(props);
  const [hovered, setHovered] = useState<number>();
  const most = Math.max(subject.stepMs, lags.at(-1) ?? 0);
  const axes = useMemo(
    () => ({
      x: {
        domain: [0, most] as const,
        ticks: (nMost: number) => lagTicks(most, nMost),
        format: (lag: number) => (lag === 0 ? '0' : durationText(lag)),
      },
      y: { domain: [-1, 1] as const, format: String },
    }),
    [most],
  );
  const lag = hovered === undefined ? -1 : Math.min(values.length - 1, Math.round(hovered / subject.stepMs));
  const shown = periods.filter(({ periodMs }) => periodMs <= most);
  const summary = `${gridText(selection)}${shown.length === 0 ? '' : `, repeats after ${shown.map(({ periodMs }) => durationText(periodMs)).join(', ')}`}`;
  return (
    <ViewTile
      width={width}
      height={height}
      title="Autocorrelation"
      subject={subject.name}
      readout={lag < 0 ? summary : `${durationText(lags[lag])} later: ${numberText(values[lag])}`}
      table={() => ({
        headings: ['lag (ms)', 'autocorrelation'],
        rows: Array.from(values, (value, row) => [lags[row], value]),
      })}
    >
      {(size) => (
        <Plot
          {...size}
          label={`Autocorrelation up to ${durationText(most)}`}
          {...axes}
          overlay={(frame) => (
            <BrushLayer
              frame={frame}
              label="Autocorrelation by time distance"
              range={undefined}
              rangeText={lag < 0 ? summary : `${durationText(lags[lag])}: ${numberText(values[lag])}`}
              onBrush={() => undefined}
              onHover={setHovered}
              step={Math.max(subject.stepMs, most / 200)}
            />
          )}
        >
          {(frame) => (
            <>
              {shown.map(({ periodMs }) => (
                <path
                  key={periodMs}
                  d={`M${frame.x(periodMs)} ${frame.top}v${frame.height}`}
                  stroke={colors.second}
                  data-legend="period"
                />
              ))}
              {[noiseBound, -noiseBound].map((bound) => (
                <path
                  key={bound}
                  d={`M${frame.left} ${frame.y(bound)}h${frame.width}`}
                  stroke={colors.faintText}
                  strokeDasharray="4 3"
                  data-legend="bound of noise"
                />
              ))}
              <path d={`M${frame.left} ${frame.y(0)}h${frame.width}`} stroke={colors.faintText} />
              <path d={linePath(lags, values, frame)} stroke={colors.subject} strokeWidth={1.5} />
              {lag >= 0 && <circle cx={frame.x(lags[lag])} cy={frame.y(values[lag])} r={3} fill={colors.text} />}
            </>
          )}
        </Plot>
      )}
    </ViewTile>
  );
}
