import { PrometheusError } from '../../src/api/prometheusError.js';
import { askInPieces, MAX_POINTS_PER_PIECE } from '../../src/range/askInPieces.js';
import type { TimeSpan } from '../../src/span.js';

const STEP_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const days = (start: number, end: number): TimeSpan => ({ start: start * DAY_MS, end: end * DAY_MS - STEP_MS });

/** A server that refuses what `refuses` says; answers with the day a piece begins, and notes what it was asked, in days. */
function server(refuses: (span: TimeSpan) => PrometheusError | undefined) {
  const asked: Array<readonly [number, number]> = [];
  const shortened: number[] = [];
  let nAtOnce = 0;
  let mostAtOnce = 0;
  const ask = async (span: TimeSpan) => {
    asked.push([span.start / DAY_MS, (span.end + STEP_MS) / DAY_MS]);
    mostAtOnce = Math.max(mostAtOnce, ++nAtOnce);
    await Promise.resolve();
    nAtOnce--;
    const error = refuses(span);
    if (error !== undefined) {
      throw error;
    }
    return span.start / DAY_MS;
  };
  const arrived: number[] = [];
  const read = (span: TimeSpan) =>
    askInPieces(span, {
      stepMs: STEP_MS,
      ask,
      maxPoints: MAX_POINTS_PER_PIECE,
      onShortened: (maxPoints) => shortened.push((maxPoints * STEP_MS) / DAY_MS),
      onPiece: (_, day) => arrived.push(day),
    });
  return { asked, arrived, shortened, read, most: () => mostAtOnce };
}

const limit = new PrometheusError('limit', 'too long', 422);
const longerThan = (daysAllowed: number) => (span: TimeSpan) =>
  span.end + STEP_MS - span.start > daysAllowed * DAY_MS ? limit : undefined;

describe('askInPieces(span, options)', () => {
  it('asks once for up to 11,000 points', async () => {
    const { read, asked } = server(() => undefined);
    await read(days(0, 28));
    expect(asked).toEqual([[0, 28]]);
  });

  it('asks for more points in pieces that share none', async () => {
    const { read, asked } = server(() => undefined);
    const { coveredFrom, answers } = await read(days(0, 90));
    const piece = (11_000 * STEP_MS) / DAY_MS;
    expect([...asked].sort(([left], [right]) => left - right)).toEqual([
      [0, piece],
      [piece, 2 * piece],
      [2 * piece, 90],
    ]);
    expect(coveredFrom).toBe(0);
    expect(answers).toEqual([0, piece, 2 * piece]);
  });

  it('halves a piece that is refused for its length, and gives the answers oldest first', async () => {
    const { read } = server(longerThan(8));
    const { answers, coveredFrom } = await read(days(0, 28));
    expect(answers).toEqual([0, 7, 14, 21]);
    expect(coveredFrom).toBe(0);
  });

  it('finds the length the server accepts one request at a time, and goes on with four', async () => {
    const { read, asked, shortened, most } = server(longerThan(0.5));
    const { coveredFrom, answers } = await read(days(0, 28));
    const refused = asked.filter(([start, end]) => end - start > 0.5);
    expect(refused.map(([start, end]) => end - start)).toEqual([28, 14, 7, 3.5, 1.75, 0.875]);
    expect(answers).toHaveLength(64);
    expect(shortened).toEqual([0.4375]);
    expect(most()).toBe(4);
    expect(coveredFrom).toBe(0);
  });

  it('keeps what is newer than a piece that is refused even for three hours', async () => {
    const { read } = server((span) => (span.start < 20 * DAY_MS ? limit : undefined));
    const { coveredFrom, answers } = await read(days(0, 28));
    expect(coveredFrom).toBeGreaterThanOrEqual(20 * DAY_MS);
    expect(coveredFrom).toBeLessThan(20 * DAY_MS + 3 * HOUR_MS);
    expect(answers[0]).toBe(coveredFrom / DAY_MS);
  });

  it('takes a refusal of what is long past for no limit on the length', async () => {
    const { read, asked } = server((span) => (span.start < 20 * DAY_MS ? limit : undefined));
    await read(days(0, 28));
    const accepted = asked.filter(([start]) => start >= 20).map(([start, end]) => end - start);
    expect(Math.max(...accepted)).toBe(7);
    expect(asked.length).toBeLessThan(15);
  });

  it('fails where even the newest three hours are refused', async () => {
    const { read, asked, shortened } = server(() => limit);
    await expect(read(days(0, 8))).rejects.toBe(limit);
    expect(shortened).toEqual([]);
    expect(asked).toEqual([
      [0, 8],
      [4, 8],
      [6, 8],
      [7, 8],
      [7.5, 8],
      [7.75, 8],
      [7.875, 8],
    ]);
  });

  it('does not halve a query that is wrong', async () => {
    const wrong = new PrometheusError('query', 'parse error', 400);
    const { read, asked } = server(() => wrong);
    await expect(read(days(0, 8))).rejects.toBe(wrong);
    expect(asked).toHaveLength(1);
  });

  it('fails with the reason of any piece that fails for another than its length, and still gives those that arrived', async () => {
    const away = new PrometheusError('unreachable', 'away', 502);
    const { read, arrived } = server((span) => longerThan(8)(span) ?? (span.start === 0 ? away : undefined));
    await expect(read(days(0, 28))).rejects.toBe(away);
    expect([...arrived].sort((left, right) => left - right)).toEqual([7, 14, 21]);
  });
});
