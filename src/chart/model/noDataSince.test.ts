import { noDataSince } from './noDataSince';

const MINUTE = 60_000;

/** A value or a gap (.) a minute. */
function line(values: string) {
  const time = Float64Array.from(values, (_, row) => row * MINUTE);
  return { time, y: Float64Array.from(values, (value) => (value === '.' ? NaN : Number(value))) };
}

const range = (toMinute: number, nowMinute = toMinute) => ({ to: toMinute * MINUTE, now: nowMinute * MINUTE });

describe('noDataSince(line, range, stepMs, answeredUntil)', () => {
  it('is the last sample of a series that stopped two steps or more before the range ends', () => {
    expect(noDataSince(line('1234......'), range(9), MINUTE)).toBe(3 * MINUTE);
    expect(noDataSince(line('1234'), range(5), MINUTE)).toBe(3 * MINUTE);
  });

  it('is undefined for a series that goes on, has gaps before, or has no sample at all', () => {
    expect(noDataSince(line('12345'), range(5), MINUTE)).toBeUndefined();
    expect(noDataSince(line('1...5'), range(4), MINUTE)).toBeUndefined();
    expect(noDataSince(line('....'), range(9), MINUTE)).toBeUndefined();
  });

  it('asks for nothing of the future, nor of what the source has not answered yet', () => {
    expect(noDataSince(line('1234'), range(60, 4), MINUTE)).toBeUndefined();
    expect(noDataSince(line('1234'), range(60, 60), MINUTE, 4 * MINUTE)).toBeUndefined();
  });

  it('counts in the steps of what is drawn where they are the longer ones', () => {
    const coarse = { time: Float64Array.of(0, 10, 20).map((at) => at * MINUTE), y: Float64Array.of(1, 2, 3) };
    expect(noDataSince(coarse, range(39), MINUTE)).toBeUndefined();
    expect(noDataSince(coarse, range(40), MINUTE)).toBe(20 * MINUTE);
  });
});
