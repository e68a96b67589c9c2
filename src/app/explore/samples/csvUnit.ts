import type { CsvSeries } from 'foreband-detector';

const meanings = { fraction: 'percentunit', percent: 'percent', other: undefined } as const;

// Grafana scales these by powers of 1024 or of 1000.
const dataUnits: ReadonlyMap<string, readonly [binary: string, decimal: string]> = new Map([
  ['B', ['bytes', 'decbytes']],
  ['b', ['bits', 'decbits']],
  ['B/s', ['binBps', 'Bps']],
  ['b/s', ['binbps', 'bps']],
]);

const BINARY = /^[KMGTPE]i/;

/** Grafana's unit for a series of a file; undefined where nothing is known of it. */
export function csvUnit({ unit, symbol, writtenUnits }: CsvSeries): string | undefined {
  const data = dataUnits.get(symbol);
  if (data !== undefined) {
    return writtenUnits.some((written) => BINARY.test(written)) ? data[0] : data[1];
  }
  if (symbol === '' && writtenUnits.length > 0) {
    return 'short';
  }
  return symbol === '' || symbol === '%' ? meanings[unit] : symbol === 's' ? 's' : `suffix:${symbol}`;
}
