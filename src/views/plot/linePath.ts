import type { PlotFrame } from './plotFrame';

// A tenth of a pixel cannot be seen, and whole digits keep the path short.
function place(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Which rows of a column are drawn: 1 for those that are. Default all. */
export type RowMask = Uint8Array;

interface PixelColumn {
  x: number;
  first: number;
  last: number;
  low: number;
  high: number;
}

function pathOf({ x, first, last, low, high }: PixelColumn, isStart: boolean): string {
  const at = place(x);
  // A stroke of no length is seen as a dot under a round cap: a sample between two gaps.
  const head = isStart ? `M${at} ${place(first)}h0` : `L${at} ${place(first)}`;
  if (low === high) {
    return head;
  }
  // The stroke goes up and down within the column, so that no peak is lost.
  return `${head}V${place(low)}V${place(high)}V${place(last)}`;
}

/**
 * A line through the rows as SVG path data, broken where a value is missing or masked. However many rows there are,
 * each pixel column holds at most its first, lowest, highest and last value.
 */
export function linePath(xs: ArrayLike<number>, ys: ArrayLike<number>, frame: PlotFrame, mask?: RowMask): string {
  const parts: string[] = [];
  let column: PixelColumn | undefined;
  let isStart = true;
  const close = () => {
    if (column !== undefined) {
      parts.push(pathOf(column, isStart));
      isStart = false;
      column = undefined;
    }
  };
  const end = frame.left + frame.width;
  const [from, to] = frame.xDomain;
  const perUnit = frame.width / (to - from);
  const yStart = frame.y(0);
  const yUnit = frame.y(1) - yStart;
  for (let row = 0; row < xs.length; row++) {
    const y = yStart + ys[row] * yUnit;
    const x = frame.left + (xs[row] - from) * perUnit;
    if (!Number.isFinite(y) || (mask !== undefined && mask[row] === 0)) {
      close();
      isStart = true;
      continue;
    }
    if (x < frame.left - 1 || x > end + 1) {
      continue;
    }
    if (column !== undefined && Math.floor(x) === Math.floor(column.x)) {
      column.last = y;
      column.low = Math.max(column.low, y);
      column.high = Math.min(column.high, y);
    } else {
      close();
      column = { x, first: y, last: y, low: y, high: y };
    }
  }
  close();
  return parts.join('');
}

/** The area between two columns as SVG path data; rows where either is missing are left out. */
export function bandPath(
  xs: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  frame: PlotFrame,
): string {
  const forth: string[] = [];
  const back: string[] = [];
  let lastPixel = -Infinity;
  for (let row = 0; row < xs.length; row++) {
    const x = frame.x(xs[row]);
    if (!Number.isFinite(lower[row] + upper[row]) || (Math.floor(x) === lastPixel && row < xs.length - 1)) {
      continue;
    }
    lastPixel = Math.floor(x);
    forth.push(`${place(x)} ${place(frame.y(upper[row]))}`);
    back.push(`${place(x)} ${place(frame.y(lower[row]))}`);
  }
  return forth.length === 0 ? '' : `M${forth.join('L')}L${back.reverse().join('L')}Z`;
}

/** Steps through the rows as SVG path data: each value holds until the next place. Rows ascend in x. */
export function stepPath(xs: ArrayLike<number>, ys: ArrayLike<number>, frame: PlotFrame): string {
  let path = '';
  let lastX = NaN;
  let lastY = NaN;
  for (let row = 0; row < xs.length; row++) {
    const x = place(frame.x(xs[row]));
    const y = place(frame.y(ys[row]));
    if (!Number.isFinite(x + y) || (x === lastX && y === lastY)) {
      continue;
    }
    path += Number.isNaN(lastX) ? `M${x} ${y}` : `${x === lastX ? '' : `H${x}`}${y === lastY ? '' : `V${y}`}`;
    lastX = x;
    lastY = y;
  }
  return path;
}
