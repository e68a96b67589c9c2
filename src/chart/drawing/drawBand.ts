import { firstRowFrom } from 'foreband-engine';
import type { ScoredSeries } from '../model/chartSeries';

import { inPane, type Pane } from './pane';
import { pixelEnvelope, pixelMeans } from './pixelEnvelope';

/** Rows of scores that reach into the pane, with one more on either side so that nothing ends short of the edge. */
function visibleRows(scored: ScoredSeries, pane: Pane): { first: number; last: number } {
  return {
    first: Math.max(0, firstRowFrom(scored.time, pane.from) - 1),
    last: Math.min(scored.time.length - 1, firstRowFrom(scored.time, pane.to)),
  };
}

/** How a band is painted: filled in the series' color, its edge in a neutral one. */
export interface BandPaint {
  readonly color: string;
  readonly opacity: number;
  readonly edge: string;
}

/** Fills the band in which a normal value lies, and draws its edge. */
export function drawBand(pane: Pane, scored: ScoredSeries, { color, opacity, edge }: BandPaint): void {
  const { ctx, ratio } = pane;
  const { time, lower, upper } = pixelEnvelope(scored.time, scored.bandLower, scored.bandUpper, {
    ...pane,
    ...visibleRows(scored, pane),
  });
  inPane(pane, () => {
    ctx.beginPath();
    time.forEach((at, index) => ctx.lineTo(pane.x(at), pane.y(upper[index])));
    for (let index = time.length - 1; index >= 0; index--) {
      ctx.lineTo(pane.x(time[index]), pane.y(lower[index]));
    }
    ctx.closePath();
    ctx.fillStyle = color;
    ctx.globalAlpha = opacity;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = edge;
    ctx.lineWidth = ratio;
    ctx.lineJoin = 'round';
    for (const edgeRows of [upper, lower]) {
      ctx.beginPath();
      time.forEach((at, index) => ctx.lineTo(pane.x(at), pane.y(edgeRows[index])));
      ctx.stroke();
    }
  });
}

/** Strokes the forecast thin and dashed; past `now` a little stronger, since there it stands alone. */
export function drawExpected(pane: Pane, scored: ScoredSeries, color: string, now: number): void {
  const { ctx, ratio } = pane;
  const { time, values } = pixelMeans(scored.time, scored.yhat, { ...pane, ...visibleRows(scored, pane) });
  const firstFuture = firstRowFrom(time, now);
  const strokeRows = (first: number, last: number, width: number, opacity: number) => {
    ctx.beginPath();
    for (let index = first; index <= last; index++) {
      ctx.lineTo(pane.x(time[index]), pane.y(values[index]));
    }
    ctx.lineWidth = width * ratio;
    ctx.globalAlpha = opacity;
    ctx.stroke();
  };
  inPane(pane, () => {
    ctx.strokeStyle = color;
    ctx.lineJoin = 'round';
    ctx.setLineDash([4 * ratio, 4 * ratio]);
    strokeRows(0, Math.min(firstFuture, time.length - 1), 1, 0.75);
    strokeRows(firstFuture, time.length - 1, 1.5, 1);
  });
}
