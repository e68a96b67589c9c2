import { inPane, type Pane } from './pane';

const isOnScreen = (pane: Pane, now: number) => now > pane.from && now < pane.to;

/** Shades what has not happened yet. */
export function drawFuture(pane: Pane, now: number, color: string): void {
  if (now >= pane.to) {
    return;
  }
  inPane(pane, () => {
    const start = Math.max(pane.left, pane.x(now));
    pane.ctx.fillStyle = color;
    pane.ctx.fillRect(start, pane.top, pane.left + pane.width - start, pane.height);
  });
}

/** The line between past and future, with its name beside it where there is room. */
export function drawNowLine(pane: Pane, now: number, color: string, fontFamily: string): void {
  if (!isOnScreen(pane, now)) {
    return;
  }
  const { ctx, ratio } = pane;
  const x = Math.round(pane.x(now)) + 0.5;
  inPane(pane, () => {
    ctx.strokeStyle = color;
    ctx.lineWidth = ratio;
    ctx.setLineDash([2 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, pane.top);
    ctx.lineTo(x, pane.top + pane.height);
    ctx.stroke();
    const room = pane.left + pane.width - x;
    if (room > 36 * ratio && pane.height > 60 * ratio) {
      ctx.setLineDash([]);
      ctx.fillStyle = color;
      ctx.font = `${11 * ratio}px ${fontFamily}`;
      ctx.textBaseline = 'top';
      ctx.textAlign = 'left';
      ctx.fillText('now', x + 4 * ratio, pane.top + 3 * ratio);
    }
  });
}
