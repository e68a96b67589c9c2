import type uPlot from 'uplot';

import { drawAnnotations } from './drawAnnotations';
import { drawBand, drawExpected } from './drawBand';
import { drawMarkers, drawSpans, drawSuppressed } from './drawMarkers';
import { drawFuture, drawNowLine } from './drawNow';
import { drawOutside } from './drawOutside';
import { drawStop } from './drawStop';
import { customOf, DEFAULT_LINE_WIDTH } from './fieldStyle';
import { paneOf, type Pane } from './pane';
import type { Scene, SceneSeries } from './scene';

/**
 * Draws the scene on the chart's canvas. It outlives the scenes: the chart's hooks are bound once, and what they show
 * is swapped by `show`, so a new threshold or a hovered series costs a redraw and never a new chart.
 */
export class Stage {
  private scene: Scene | undefined;
  private plot: uPlot | undefined;
  private hovered = -1;

  /** Shows a scene from the next drawing on. */
  show(scene: Scene): void {
    this.scene = scene;
  }

  /** The time range to draw, in epoch ms; the chart's time scale asks for it. */
  timeRange(): [number, number] {
    return [this.scene?.from ?? 0, this.scene?.to ?? 1];
  }

  /** Takes the chart that is drawn on. */
  attach(plot: uPlot): void {
    this.plot = plot;
  }

  /** Shows the band of the series at this index of the scene, or of none at -1. */
  hover(index: number): void {
    if (index !== this.hovered) {
      this.hovered = index;
      this.redraw();
    }
  }

  /** Draws again with the paths that are there. */
  redraw(): void {
    this.plot?.redraw(false, false);
  }

  /** Index in the scene of the series whose band is drawn: the hovered one, else the scene's own; -1 for none. */
  bandOwner(): number {
    const { scene, hovered } = this;
    if (scene === undefined) {
      return -1;
    }
    return scene.series[hovered] === undefined ? scene.bandOwner : hovered;
  }

  /** Below everything: the shaded future. */
  drawBackground(u: uPlot): void {
    const { scene } = this;
    const pane = scene === undefined ? undefined : this.anyPane(u);
    if (scene?.draw.now && pane !== undefined) {
      drawFuture(pane, scene.now, scene.palette.futureShade);
    }
  }

  /** Above the grid, below the lines: band and forecast of the one series that shows its band. */
  drawBelowLines(u: uPlot): void {
    const owner = this.scene?.series[this.bandOwner()];
    const scored = owner?.series.scored;
    const pane = owner === undefined ? undefined : paneOf(u, owner.scaleKey);
    if (this.scene === undefined || owner === undefined || scored === undefined || pane === undefined) {
      return;
    }
    if (this.scene.draw.band) {
      const { bandOpacity: opacity, bandEdge: edge } = this.scene.palette;
      drawBand(pane, scored, { color: owner.color, opacity, edge });
    }
    if (this.scene.draw.expected) {
      drawExpected(pane, scored, this.scene.palette.text, this.scene.now);
    }
  }

  /** Above the lines: what is outside, markers, annotations, now. */
  drawAboveLines(u: uPlot): void {
    const { scene } = this;
    const pane = scene === undefined ? undefined : this.anyPane(u);
    if (scene === undefined || pane === undefined) {
      return;
    }
    scene.series.forEach((series, index) => this.drawVerdicts(u, scene, series, index));
    if (scene.draw.annotations) {
      drawAnnotations(pane, scene.annotations, ({ color }) => color);
    }
    if (scene.draw.now) {
      drawNowLine(pane, scene.now, scene.palette.faintText, scene.palette.fontFamily);
    }
  }

  private drawVerdicts(u: uPlot, scene: Scene, { series, scaleKey, color, runs }: SceneSeries, index: number): void {
    const pane = paneOf(u, scaleKey);
    const { scored } = series;
    if (pane !== undefined) {
      drawStop(pane, series, color);
    }
    if (pane === undefined || scored === undefined) {
      return;
    }
    const { draw, palette } = scene;
    drawOutside(pane, runs, palette, customOf(series.field).lineWidth ?? DEFAULT_LINE_WIDTH);
    if (draw.suppressed) {
      drawSuppressed(pane, scored, palette.faintText);
    }
    if (draw.spans && (scene.series.length === 1 || index === this.bandOwner())) {
      drawSpans(pane, scored, palette);
    }
    drawMarkers(pane, series, draw.markers, scene);
  }

  private anyPane(u: uPlot): Pane | undefined {
    const [first] = this.scene?.series ?? [];
    return first === undefined ? undefined : paneOf(u, first.scaleKey);
  }
}
