import type { MarkerShape } from './severityStyle';

/** A point relative to the marker's center, in units of its radius. */
type Corner = readonly [number, number];

const corners: Readonly<Record<Exclude<MarkerShape, 'circle'>, readonly Corner[]>> = {
  diamond: [
    [0, -1.25],
    [1.1, 0],
    [0, 1.25],
    [-1.1, 0],
  ],
  triangle: [
    [0, -1.15],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
};

/** The path a marker's outline is drawn into: a canvas context or a Path2D. */
export type PathSink = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'closePath' | 'arc'>;

/** Adds a marker's outline around (x, y) to the current path. */
export function markerPath(sink: PathSink, shape: MarkerShape, x: number, y: number, radius: number): void {
  if (shape === 'circle') {
    sink.moveTo(x + radius, y);
    sink.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners[shape].forEach(([dx, dy], index) => {
    if (index === 0) {
      sink.moveTo(x + dx * radius, y + dy * radius);
    } else {
      sink.lineTo(x + dx * radius, y + dy * radius);
    }
  });
  sink.closePath();
}

/** The same outline as SVG path data around (0, 0), for legends and tooltips. */
export function markerSvgPath(shape: MarkerShape, radius: number): string {
  if (shape === 'circle') {
    return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
  }
  return `M${corners[shape].map(([dx, dy]) => `${dx * radius} ${dy * radius}`).join('L')}Z`;
}
