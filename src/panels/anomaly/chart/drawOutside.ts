import type { OutsideRun } from './outsideRuns';
import { inPane, type Pane } from './pane';
import type { SeverityStyle } from './severityStyle';

/** Strokes the parts of a line outside the band in the colour of their severity, over the line itself. */
export function drawOutside(
  pane: Pane,
  runs: readonly OutsideRun[],
  styles: Readonly<Record<OutsideRun['severity'], SeverityStyle>>,
  lineWidth: number,
): void {
  if (runs.length === 0) {
    return;
  }
  const { ctx, ratio } = pane;
  inPane(pane, () => {
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    ctx.lineWidth = (lineWidth + 1) * ratio;
    for (const { severity, time, y } of runs) {
      if (time[time.length - 1] < pane.from || time[0] > pane.to) {
        continue;
      }
      ctx.beginPath();
      time.forEach((at, index) => ctx.lineTo(pane.x(at), pane.y(y[index])));
      ctx.strokeStyle = styles[severity].color;
      ctx.stroke();
    }
  });
}
