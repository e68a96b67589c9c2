import { contentOf, csv, rows, valuesOf } from './notation.js';

/** Unit, symbol and values of a column of one value a minute. */
function columnOf(...cells: readonly string[]) {
  const lines = cells.map((cell, row) => `2026-01-05T10:0${row}Z;${cell}`);
  const [{ series, unit, symbol, writtenUnits }] = contentOf(csv('time;v', ...lines)).series;
  return { y: [...series.y], unit, symbol, writtenUnits };
}

describe('readCsv', () => {
  it.each([
    [
      ['"1,002"', '998'],
      [1002, 998],
    ],
    [
      ['"1,378,002"', '"12,34,567"'],
      [1_378_002, 1_234_567],
    ],
    [
      ['"-26,066"', '"+1,234.5"'],
      [-26_066, 1234.5],
    ],
    [
      ['"1.378.002,5"', '"0,25"'],
      [1_378_002.5, 0.25],
    ],
    [
      ['1 002', '1\u202f378\u00a0002'],
      [1002, 1_378_002],
    ],
    [
      ["1'002.5", '1’378’002'],
      [1002.5, 1_378_002],
    ],
    [
      ['"0,523"', '"1,002"'],
      [0.523, 1.002],
    ],
    [
      ['"1234,567"', '"1,002"'],
      [1234.567, 1.002],
    ],
    [
      ['"26,07"', '"1,002"'],
      [26.07, 1.002],
    ],
    [
      ['26.066', '1.002'],
      [26.066, 1.002],
    ],
    [
      ['1.00E+03', '2e-3'],
      [1000, 0.002],
    ],
    [
      ['−5', '-5.5'],
      [-5, -5.5],
    ],
    [
      ['"$1,002.50"', '$998'],
      [1002.5, 998],
    ],
  ])('reads %j between commas as %j', (cells, values) => {
    expect(valuesOf(...cells)).toEqual(values);
  });

  it('decides the decimal sign once for all columns: a comma before three digits is none beside a decimal point', () => {
    expect(rows(csv('t;a;b', '2026-01-05T10:00Z;1,002;0.5'))).toBe('0:1002 | 0:0.5');
    expect(rows(csv('t;a;b', '2026-01-05T10:00Z;1.002;0,5'))).toBe('0:1002 | 0:0.5');
  });

  it('reads decimal commas beside dates with points, however many decimals there are', () => {
    const text = csv('Zeit;web-1', '05.01.2026 10:00;26,066', '05.01.2026 10:05;1,5');
    expect(rows(text)).toBe('0:26.066 5:1.5');
    expect(rows(csv('Zeit;web-1', '05.01.2026 10:00;26,066'))).toBe('0:26.066');
  });

  it.each([
    [['521 ms', '1.02 s', '2 min'], 's', [0.521, 1.02, 120]],
    [['477ms', '0'], 's', [0.477, 0]],
    [['12 µs', '3 μs', '4 us', '5 ns'], 's', [12e-6, 3e-6, 4e-6, 5e-9]],
    [['1.5 hours', '1 day', '2 weeks'], 's', [5400, 86_400, 1_209_600]],
    [['2.61 GiB', '980 MiB', '5 B'], 'B', [2.61 * 1024 ** 3, 980 * 1024 ** 2, 5]],
    [['2.61 GB', '980 kB', '5 KB'], 'B', [2_610_000_000, 980_000, 5000]],
    [['1.5 MB/s', '3 KiB/s'], 'B/s', [1_500_000, 3072]],
    [['1.5 Mb/s', '3 kb/s'], 'b/s', [1_500_000, 3000]],
    [['26 %', '26.1%'], '%', [26, 26.1]],
    [['2.61 K', '980', '1.2 Mil', '3 Bil'], '', [2610, 980, 1_200_000, 3_000_000_000]],
    [['250 m', '1.02', '3 k'], '', [0.25, 1.02, 3000]],
    [['1.5Gi', '512Mi'], '', [1.5 * 1024 ** 3, 512 * 1024 ** 2]],
    [['2.61K req/s', '980 req/s'], 'req/s', [2610, 980]],
    [['1.20 kHz', '980 Hz'], 'Hz', [1200, 980]],
    [['$2.61K', '$980'], '$', [2610, 980]],
    [['42 °C', '43 °C'], '°C', [42, 43]],
    [['42 m', '43 m'], 'm', [42, 43]],
    [['2,61 GiB', '0,5 MiB'], 'B', [2.61 * 1024 ** 3, 0.5 * 1024 ** 2]],
  ])('reads %j in %s', (cells, symbol, values) => {
    expect(columnOf(...cells)).toMatchObject({ symbol, y: values });
  });

  it('says which units it has turned into which', () => {
    expect(columnOf('521 ms', '1.02 s')).toMatchObject({ unit: 'other', writtenUnits: ['ms', 's'] });
    const text = csv(
      'time,p99,heap,cpu',
      '2026-01-05T10:00Z,521 ms,2.61 GiB,26 %',
      '2026-01-05T10:05Z,1.02 s,1 GiB,3 %',
    );
    expect(contentOf(text).notices).toEqual(['Values in ms and s are read in s.', 'Values in GiB are read in B.']);
  });
});
