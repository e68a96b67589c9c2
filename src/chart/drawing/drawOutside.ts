import { severities } from '../../views/severity/severityStyle';

import type { OutsideRun } from './outsideRuns';
import { inPane, type Pane } from './pane';
import type { ScenePalette } from './scene';

function addRun(pane: Pane, { time, y }: OutsideRun): void {
  pane.ctx.moveTo(pane.x(time[0]), pane.y(y[0]));
  for (let index = 1; index < time.length; index++) {
    pane.ctx.lineTo(pane.x(time[index]), pane.y(y[index]));
  }
}

/**
 * Strokes the parts of a line outside the band in the color of their severity, over the line itself: one stroke per
 * severity, the worst last and so on top.
 */
export function drawOutside(
  pane: Pane,
  runs: readonly OutsideRun[],
  palette: Pick<ScenePalette, 'severity' | 'background'>,
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
    for (const severity of [...severities].reverse()) {
      const ofSeverity = visible.filter((run) => run.severity === severity);
      if (ofSeverity.length === 0) {
        continue;
      }
      ctx.beginPath();
      ofSeverity.forEach((run) => addRun(pane, run));
      // A casing in the background's color sets it off from series that happen to have a severity's color.
      ctx.lineWidth = (lineWidth + 4) * ratio;
      ctx.strokeStyle = palette.background;
      ctx.stroke();
      ctx.lineWidth = (lineWidth + 1) * ratio;
      ctx.strokeStyle = palette.severity[severity].color;
      ctx.stroke();
    }
  });
}
