import { valueAt } from 'foreband-engine';

import type { ChartSeries } from '../model/chartSeries';

import { inPane, type Pane } from './pane';

const RADIUS = 4;

/** A cross at the last sample of a series that has stopped, in its color: an end that is none of the range's. */
export function drawStop(
  pane: Pane,
  { line, noDataSince }: Pick<ChartSeries, 'line' | 'noDataSince'>,
  color: string,
): void {
  if (noDataSince === undefined || noDataSince < pane.from || noDataSince > pane.to) {
    return;
  }
  const { ctx, ratio } = pane;
  const [x, y] = [pane.x(noDataSince), pane.y(valueAt(line.time, line.y, noDataSince))];
  const reach = RADIUS * ratio;
  inPane(pane, () => {
    ctx.strokeStyle = color;
    ctx.lineWidth = 2 * ratio;
    ctx.beginPath();
    ctx.moveTo(x - reach, y - reach);
    ctx.lineTo(x + reach, y + reach);
    ctx.moveTo(x - reach, y + reach);
    ctx.lineTo(x + reach, y - reach);
    ctx.stroke();
  });
}
