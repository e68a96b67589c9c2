import type { TimeSpan } from 'foreband-detector';

import { PrometheusError } from '../../src/api/prometheusError.js';
import { rangeInPieces } from '../../src/api/rangeInPieces.js';

const STEP_MS = 300_000;
const DAY_MS = 86_400_000;
const query = { expr: 'up', stepMs: STEP_MS };
const days = (start: number, end: number): TimeSpan => ({ start: start * DAY_MS, end: end * DAY_MS - STEP_MS });

/** A server that refuses what `refuses` says; gives the spans it was asked for, in days. */
function server(refuses: (span: TimeSpan) => PrometheusError | undefined) {
  const asked: Array<[number, number]> = [];
  const range = (_: unknown, span: TimeSpan) => {
    asked.push([span.start / DAY_MS, (span.end + STEP_MS) / DAY_MS]);
    const error = refuses(span);
    const answer = { series: [], hasHistograms: false, warnings: [`${span.start / DAY_MS}`], infos: [] };
    return error === undefined ? Promise.resolve(answer) : Promise.reject(error);
  };
  return { client: { range }, asked };
}

const limit = new PrometheusError('limit', 'too long', 422);
const longerThan = (daysAllowed: number) => (span: TimeSpan) =>
  span.end - span.start > daysAllowed * DAY_MS ? limit : undefined;

describe('rangeInPieces(client, query, span)', () => {
  it('asks once for up to 11,000 points', async () => {
    const { client, asked } = server(() => undefined);
    await rangeInPieces(client, query, days(0, 28));
    expect(asked).toEqual([[0, 28]]);
  });

  it('asks for more points in pieces that share none', async () => {
    const { client, asked } = server(() => undefined);
    const { coveredFrom } = await rangeInPieces(client, query, days(0, 90));
    const piece = (11_000 * STEP_MS) / DAY_MS;
    expect(asked).toEqual([
      [0, piece],
      [piece, 2 * piece],
      [2 * piece, 90],
    ]);
    expect(coveredFrom).toBe(0);
  });

  it('halves a piece that is refused for its size, and gives the answers oldest first', async () => {
    const { client } = server(longerThan(8));
    const { answers, coveredFrom } = await rangeInPieces(client, query, days(0, 28));
    expect(answers.map(({ warnings }) => Number(warnings[0]))).toEqual([0, 7, 14, 21]);
    expect(coveredFrom).toBe(0);
  });

  it('keeps what is newer than a piece that is refused even for a day', async () => {
    const { client } = server((span) => (span.start < 20 * DAY_MS ? limit : undefined));
    const { coveredFrom } = await rangeInPieces(client, query, days(0, 28));
    expect(coveredFrom).toBe(20.125 * DAY_MS);
  });

  it('fails where even the newest day is refused', async () => {
    const { client, asked } = server(() => limit);
    await expect(rangeInPieces(client, query, days(0, 8))).rejects.toBe(limit);
    expect(asked).toEqual([
      [0, 8],
      [4, 8],
      [6, 8],
      [7, 8],
    ]);
  });

  it('does not halve a query that is wrong', async () => {
    const wrong = new PrometheusError('query', 'parse error', 400);
    const { client, asked } = server(() => wrong);
    await expect(rangeInPieces(client, query, days(0, 8))).rejects.toBe(wrong);
    expect(asked).toHaveLength(1);
  });
});
