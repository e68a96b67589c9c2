import type uPlot from 'uplot';

/** The drawing area in canvas pixels, with what turns times and values into places. */
export interface Pane {
  readonly ctx: CanvasRenderingContext2D;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per CSS pixel. */
  readonly ratio: number;
  /** Visible time range in epoch ms. */
  readonly from: number;
  readonly to: number;
  x(time: number): number;
  y(value: number): number;
}

/** The drawing area of a chart for one value scale, or undefined while the scales have no range. */
export function paneOf(u: uPlot, scaleKey: string): Pane | undefined {
  const { min: from, max: to } = u.scales.x;
  const scale = u.scales[scaleKey];
  if (from == null || to == null || scale?.min == null || scale.max == null || !(to > from)) {
    return undefined;
  }
  const { left, top, width, height } = u.bbox;
  const perMs = width / (to - from);
  return {
    ctx: u.ctx,
    left,
    top,
    width,
    height,
    ratio: u.ctx.canvas.width / Math.max(1, u.width),
    from,
    to,
    x: (time) => left + (time - from) * perMs,
    y: (value) => u.valToPos(value, scaleKey, true),
  };
}

/** Draws inside the area only, and leaves the context as it was. */
export function inPane(pane: Pane, draw: () => void): void {
  const { ctx, left, top, width, height } = pane;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}
