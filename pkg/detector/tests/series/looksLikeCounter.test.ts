import { createFleet, looksLikeCounter, simulate } from 'foreband-detector';

import { seriesOf } from '../columns.js';

const rows = (nRows: number, valueAt: (i: number) => number) =>
  seriesOf(Array.from({ length: nRows }, (_, i) => valueAt(i)));

// Irrational turns: a deterministic stand-in for noise between -1 and 1.
const wobble = (i: number) => Math.sin(i * 12.9898) * Math.cos(i * 78.233);

describe('looksLikeCounter', () => {
  it.each([
    { what: 'steady growth', series: rows(40, (i) => 1000 + 7 * i) },
    { what: 'uneven growth with rests', series: rows(200, (i) => Math.floor(i * 0.6) * 3) },
    { what: 'growth with a reset to zero', series: rows(100, (i) => (i < 60 ? 500 + 3 * i : 3 * (i - 60))) },
    { what: 'growth with an early reset', series: rows(100, (i) => (i < 2 ? 3 * i + 2 : 3 * (i - 2))) },
    { what: 'a sum of which one part was reset', series: rows(300, (i) => 9000 + 5 * i - (i >= 150 ? 600 : 0)) },
    { what: 'growth with missing samples', series: rows(60, (i) => (i % 7 === 3 ? NaN : 20 * i)) },
  ])('recognizes $what', ({ series }) => {
    expect(looksLikeCounter(series)).toBe(true);
  });

  it.each([
    { what: 'a constant', series: rows(100, () => 5) },
    { what: 'zeros', series: rows(100, () => 0) },
    { what: 'a noisy gauge', series: rows(300, (i) => 0.5 + 0.1 * wobble(i)) },
    { what: 'a drifting gauge with noise', series: rows(300, (i) => 0.01 * i + 0.05 * wobble(i)) },
    { what: 'a strongly drifting gauge with little noise', series: rows(1000, (i) => i + 1.2 * wobble(i)) },
    { what: 'a daily wave', series: rows(288, (i) => 1 + Math.sin((2 * Math.PI * i) / 144)) },
    { what: 'a falling gauge', series: rows(100, (i) => 1000 - 3 * i) },
    { what: 'a gauge that rarely steps up', series: rows(100, (i) => Math.floor(i / 10)) },
    { what: 'growth from below zero', series: rows(100, (i) => i - 50) },
    {
      what: 'a share of a disk that fills up by day and is cleared by night',
      series: rows(2000, (i) => 0.4 + 0.0001 * (i % 144) + 0.00001 * i),
    },
    { what: 'a short rise', series: rows(12, (i) => 0.2 + 0.01 * i) },
    { what: 'an empty series', series: rows(0, () => 0) },
  ])('does not take $what for a counter', ({ series }) => {
    expect(looksLikeCounter(series)).toBe(false);
  });

  it('does not take simulated CPU usage for a counter at any length', () => {
    const start = Date.UTC(2025, 2, 3);
    for (const scenario of createFleet(7, 6)) {
      for (const hours of [2, 6, 24, 24 * 28]) {
        const { series } = simulate(scenario, { start, end: start + hours * 3_600_000, stepMs: 300_000 });
        expect(looksLikeCounter(series)).toBe(false);
      }
    }
  });

  it('believes the suffix _total, which only a raw counter still has, after two samples', () => {
    const labels = { __name__: 'node_cpu_seconds_total' };
    expect(looksLikeCounter({ ...seriesOf([100, 100, 130]), labels })).toBe(true);
    expect(looksLikeCounter({ ...seriesOf([100, 100]), labels })).toBe(false);
  });

  it('knows the parts of a histogram by their names, though they rest at night', () => {
    const requests = rows(100, (i) => 7 * Math.floor(i / 5));
    expect(looksLikeCounter(requests)).toBe(false);
    for (const part of ['sum', 'count', 'bucket']) {
      expect(looksLikeCounter({ ...requests, labels: { __name__: `request_seconds_${part}` } })).toBe(true);
    }
  });

  it('does not take a gauge that is called count, and steps up now and then, for a counter', () => {
    const labels = { __name__: 'node_count' };
    expect(looksLikeCounter({ ...rows(100, (i) => 12 + Math.floor(i / 40)), labels })).toBe(false);
  });
});
