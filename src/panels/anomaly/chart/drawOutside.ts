import type { OutsideRun } from './outsideRuns';
import { inPane, type Pane } from './pane';
import { severities, type SeverityStyle } from './severityStyle';

function addRun(pane: Pane, { time, y }: OutsideRun): void {
  pane.ctx.moveTo(pane.x(time[0]), pane.y(y[0]));
  for (let index = 1; index < time.length; index++) {
    pane.ctx.lineTo(pane.x(time[index]), pane.y(y[index]));
  }
}

/**
 * Strokes the parts of a line outside the band in the colour of their severity, over the line itself: one stroke per
 * severity, the worst last and so on top.
 */
export function drawOutside(
  pane: Pane,
  runs: readonly OutsideRun[],
  styles: Readonly<Record<OutsideRun['severity'], SeverityStyle>>,
  lineWidth: number,
): void {
  const visible = runs.filter(({ time }) => time[time.length - 1] >= pane.from && time[0] <= pane.to);
  if (visible.length === 0) {
    return;
  }
  const { ctx, ratio } = pane;
  inPane(pane, () => {
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    ctx.lineWidth = (lineWidth + 1) * ratio;
    for (const severity of [...severities].reverse()) {
      ctx.beginPath();
      visible.filter((run) => run.severity === severity).forEach((run) => addRun(pane, run));
      ctx.strokeStyle = styles[severity].color;
      ctx.stroke();
    }
  });
}
