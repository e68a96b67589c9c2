import { bandPath, linePath, stepPath } from './linePath';
import { framePlot, roundDomain, type PlotFrame } from './plotFrame';
import type { Axis } from './axis';

/** A hundred pixels for the x from 0 to 100, fifty for the y from 0 to 50, without margins. */
const frame: PlotFrame = {
  left: 0,
  top: 0,
  width: 100,
  height: 50,
  xDomain: [0, 100],
  yDomain: [0, 50],
  x: (value) => value,
  y: (value) => 50 - value,
  xAt: (place) => place,
};

describe('linePath', () => {
  it('joins the rows', () => {
    expect(linePath([0, 10, 20], [0, 50, 25], frame)).toBe('M0 50h0L10 0L20 25');
  });

  it('breaks where a value is missing or masked', () => {
    expect(linePath([0, 10, 20, 30], [1, NaN, 3, 4], frame)).toBe('M0 49h0M20 47h0L30 46');
    expect(linePath([0, 10, 20], [1, 2, 3], frame, Uint8Array.of(1, 0, 1))).toBe('M0 49h0M20 47h0');
  });

  it('keeps first, lowest, highest and last value of a pixel column', () => {
    const xs = [10, 10.2, 10.4, 10.6, 20];
    expect(linePath(xs, [5, 1, 40, 7, 0], frame)).toBe('M10 45h0V49V10V43L20 50');
  });

  it('draws 20,000 rows in no more strokes than there are pixels', () => {
    const xs = Float64Array.from({ length: 20_000 }, (_, row) => row / 200);
    const path = linePath(
      xs,
      xs.map((_, row) => row % 7),
      frame,
    );
    expect(path.match(/[MLV]/g)?.length).toBeLessThanOrEqual(4 * 101);
  });

  it('leaves out what lies beside the axis', () => {
    expect(linePath([-50, 10, 20, 150], [1, 2, 3, 4], frame)).toBe('M10 48h0L20 47');
  });
});

describe('bandPath', () => {
  it('goes along the upper edge and back along the lower', () => {
    expect(bandPath([0, 10], [1, 2], [3, 4], frame)).toBe('M0 47L10 46L10 48L0 49Z');
  });

  it('is empty where nothing is known', () => {
    expect(bandPath([0, 10], [NaN, NaN], [1, 2], frame)).toBe('');
  });
});

describe('stepPath', () => {
  it('holds each value until the next place', () => {
    expect(stepPath([0, 10, 10], [0, 0, 20], frame)).toBe('M0 50H10V30');
  });
});

describe('framePlot', () => {
  const axis = (format: (value: number) => string): Axis => ({ domain: [0, 1], format });

  it('leaves room for the longest tick of the y axis', () => {
    const short = framePlot(
      { width: 400, height: 200 },
      axis(String),
      axis(() => '1'),
    );
    const long = framePlot(
      { width: 400, height: 200 },
      axis(String),
      axis(() => '100 %'),
    );
    expect(long.frame.left).toBeGreaterThan(short.frame.left);
    expect(long.frame.left + long.frame.width).toBe(short.frame.left + short.frame.width);
  });

  it('drops ticks where they would leave no room for the plot', () => {
    const { frame: small, xTicks, yTicks } = framePlot({ width: 100, height: 60 }, axis(String), axis(String));
    expect([xTicks, yTicks]).toEqual([[], []]);
    expect(small.width).toBeGreaterThan(85);
  });
});

describe('roundDomain', () => {
  it('holds all finite values between round numbers', () => {
    expect(roundDomain([0.13, NaN, 0.94], [0.2])).toEqual([0, 1]);
  });

  it('has room around a constant', () => {
    const [low, high] = roundDomain([5, 5]);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });

  it('is 0 to 1 without values', () => {
    expect(roundDomain([NaN])).toEqual([0, 1]);
  });
});
