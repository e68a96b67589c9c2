import type { AnnotationMark } from './annotationMarks';
import { inPane, type Pane } from './pane';

function fillRegion(pane: Pane, mark: AnnotationMark, color: string): void {
  const { ctx } = pane;
  const start = pane.x(mark.start);
  ctx.fillStyle = color;
  ctx.globalAlpha = 0.08;
  ctx.fillRect(start, pane.top, pane.x(mark.end) - start, pane.height);
  ctx.globalAlpha = 1;
}

function strokeMoment(pane: Pane, time: number, color: string): void {
  const { ctx, ratio } = pane;
  const x = Math.round(pane.x(time)) + 0.5;
  const foot = pane.top + pane.height;
  ctx.strokeStyle = color;
  ctx.lineWidth = ratio;
  ctx.setLineDash([4 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(x, pane.top);
  ctx.lineTo(x, foot);
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.moveTo(x - 4 * ratio, foot);
  ctx.lineTo(x + 4 * ratio, foot);
  ctx.lineTo(x, foot - 6 * ratio);
  ctx.closePath();
  ctx.fill();
}

/** The dashboard's annotations: a dashed line for a moment, two and a wash for a region. */
export function drawAnnotations(
  pane: Pane,
  marks: readonly AnnotationMark[],
  colorOf: (mark: AnnotationMark) => string,
): void {
  inPane(pane, () => {
    for (const mark of marks) {
      if (mark.end < pane.from || mark.start > pane.to) {
        continue;
      }
      const color = colorOf(mark);
      strokeMoment(pane, mark.start, color);
      if (mark.end > mark.start) {
        fillRegion(pane, mark, color);
        strokeMoment(pane, mark.end, color);
      }
    }
  });
}
