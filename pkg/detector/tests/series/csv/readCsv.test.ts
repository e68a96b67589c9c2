import { readCsv, readCsvSteps } from 'foreband-detector';

import { contentOf, csv, rows, seriesOf, TEN } from './notation.js';

describe('readCsv', () => {
  it('reads timestamp, value and label, with the name of the column', () => {
    const read = contentOf(
      csv('timestamp,cpu_usage,label', '2026-01-05T10:00:00Z,0.5,', '2026-01-05T10:05:00Z,0.25,spike'),
    );
    expect(read).toEqual({
      kind: 'content',
      series: [
        {
          series: {
            name: 'cpu_usage',
            labels: {},
            time: Float64Array.of(TEN, TEN + 300_000),
            y: Float64Array.of(0.5, 0.25),
          },
          labels: ['', 'spike'],
          unit: 'fraction',
          symbol: '',
          writtenUnits: [],
        },
      ],
      format: { delimiter: ',', decimal: '.', timestamps: 'iso8601', hasHeader: true },
      nRows: 2,
      notices: [],
      settled: [],
    });
  });

  it.each([
    ['a comma', csv('2026-01-05T10:00Z,0.5', '2026-01-05T10:05Z,0.25')],
    ['a semicolon', csv('2026-01-05T10:00Z;0.5', '2026-01-05T10:05Z;0.25')],
    ['a tab', csv('2026-01-05T10:00Z\t0.5', '2026-01-05T10:05Z\t0.25')],
    ['a semicolon beside decimal commas', csv('2026-01-05T10:00Z;0,5', '2026-01-05T10:05Z;0,25')],
    ['a tab beside decimal commas', csv('2026-01-05T10:00Z\t0,5', '2026-01-05T10:05Z\t,25')],
    ['a semicolon beside commas in times', csv('2026-01-05 10:00:00,000;0.5', '2026-01-05 10:05:00,000;0.25')],
    [
      'a comma beside a semicolon in the header',
      csv('time,cpu; all', '2026-01-05T10:00Z,0.5', '2026-01-05T10:05Z,0.25'),
    ],
    ['what its first line says', csv('sep=;', 'time;cpu', '2026-01-05T10:00Z;0.5', '2026-01-05T10:05Z;0.25')],
    ['what its first line says, after a mark', csv('\uFEFFsep=,', '2026-01-05T10:00Z,0.5', '2026-01-05T10:05Z,0.25')],
    ['a comma, with quotes', csv('"time","cpu, all"', '"2026-01-05T10:00Z","0.5"', '"2026-01-05T10:05Z",0.25')],
    ['a comma, with lines that end as in Windows', '2026-01-05T10:00Z,0.5\r\n"2026-01-05T10:05Z","0.25"\r\n'],
    ['a comma, with lines that end as on an old Mac', '2026-01-05T10:00Z,0.5\r2026-01-05T10:05Z,0.25\r'],
    ['a comma, with blanks around', csv(' 2026-01-05T10:00Z , 0.5 ', '2026-01-05T10:05Z,  0.25')],
    ['a comma, after a byte order mark', csv('\uFEFF2026-01-05T10:00Z,0.5', '2026-01-05T10:05Z,0.25')],
    [
      'a comma, with blank lines and a trailing comma',
      csv('', '2026-01-05T10:00Z,0.5,', ' ', ',,', '2026-01-05T10:05Z,0.25', ''),
    ],
  ])('separates columns by %s', (_what, text) => {
    expect(rows(text)).toBe('0:0.5 5:0.25');
  });

  it.each([
    ['2026-01-05T10:00:00Z', 0],
    ['2026-01-05T10:00:00.123456Z', 0.123],
    ['2026-01-05 10:00:00', 0],
    ['2026-01-05 10:00:00 UTC', 0],
    ['2026-01-05T10:00', 0],
    ['2026-01-05T11:00:00+01:00', 0],
    ['2026-01-05T04:30:00-0530', 0],
    ['2026-01-05', -36_000],
    ['1767607200', 0],
    ['1767607200.5', 0.5],
    ['1767607200500', 0.5],
    // As spreadsheets and Grafana write it in the United States, Germany, the Netherlands, Canada, Japan, Hungary.
    ['01/13/2026 9:05 PM', 8 * 86_400 + 11 * 3600 + 300],
    ['"1/13/2026, 12:00:00 AM"', 8 * 86_400 - 36_000],
    ['1/13/26 0:00', 8 * 86_400 - 36_000],
    ['05.01.2026 10:00', 0],
    ['"5.1.2026, 10:00:30"', 30],
    ['13-01-2026 10:00', 8 * 86_400],
    ['"2026-01-05, 10:00:00 a.m."', 0],
    ['2026/01/05 10:00:00.250', 0.25],
    ['2026. 01. 05. 10:00', 0],
    ['"1/13/2026, 10:00:00\u202fAM"', 8 * 86_400],
  ])('reads the time %s, %d seconds after ten', (timestamp, seconds) => {
    expect(contentOf(`${timestamp},1`).series[0].series.time[0]).toBe(TEN + seconds * 1000);
  });

  it('takes a date and a time of day in columns of their own', () => {
    expect(rows(csv('Date,Time,v', '13.01.2026,9:59 AM,1', '13.01.2026,12:01 PM,2'))).toBe('11519:1 11641:2');
  });

  it('decides once per file whether numbers are seconds or milliseconds, by the largest', () => {
    expect(contentOf(csv('0,1', '1767607200,1')).format.timestamps).toBe('epochSeconds');
    expect(contentOf(csv('0,1', '1767607200000,1')).format.timestamps).toBe('epochMilliseconds');
    expect(rows(csv('1767607200000,1', '1767607260000,2'))).toBe('0:1 1:2');
  });

  it('says that times without a zone are read as UTC', () => {
    expect(contentOf('2026-01-05 10:00,1').notices).toEqual(['The times name no time zone: they are read as UTC.']);
    expect(contentOf('2026-01-05 10:00+01:00,1').notices).toEqual([]);
  });

  it.each([
    ['fraction', csv('2026-01-05,0.5', '2026-01-06,0.9')],
    ['percent', csv('2026-01-05,0.5', '2026-01-06,90')],
    ['percent', csv('2026-01-05,0.5 %', '2026-01-06,0.9%')],
    ['percent', csv('time,cpu_percent', '2026-01-05,0.5', '2026-01-06,0.9')],
    ['other', csv('2026-01-05,0.5', '2026-01-06,900')],
    ['other', csv('2026-01-05,0.5 s', '2026-01-06,0.9 s')],
  ])('takes a whole series for %s, never a single value', (unit, text) => {
    const [read] = contentOf(text).series;
    expect(read.unit).toBe(unit);
    expect(read.series.y[0]).toBe(0.5);
  });

  it.each(['', 'NaN', 'null', 'NULL', 'None', 'n/a', '-', '+Inf', '#N/A', '#DIV/0!', 'unavailable'])(
    'reads "%s" as a missing value',
    (value) => {
      expect(rows(csv(`2026-01-05T10:00Z,${value}`, '2026-01-05T10:05Z,1'))).toBe('0:NaN 5:1');
    },
  );

  it('puts rows in order of time', () => {
    const text = csv('t,v,label', '2026-01-05T10:10Z,3,c', '2026-01-05T10:00Z,1,', '2026-01-05T10:05Z,2,b');
    expect(rows(text)).toBe('0:1 5:2 10:3');
    expect(contentOf(text).series[0].labels).toEqual(['', 'b', 'c']);
  });

  it('makes one row of those of one time, with the mean of their values and the label that marks one, and says so', () => {
    const text = csv(
      't,v,label',
      '2026-01-05T10:05Z,2,0',
      '2026-01-05T10:05Z,96,1',
      '2026-01-05T10:05Z,,0',
      '2026-01-05T10:00Z,1,0',
    );
    expect(rows(text)).toBe('0:1 5:49');
    const { series, notices, nRows } = contentOf(text);
    expect(series[0].labels).toEqual(['0', '1']);
    expect(nRows).toBe(4);
    expect(notices).toEqual(['2 rows have the time of another one: the mean of their values is used.']);
  });

  it('has no labels where their column is empty', () => {
    expect(contentOf(csv('t,v,label', '2026-01-05,1,', '2026-01-06,2,')).series[0].labels).toBeNull();
  });

  it.each([
    ['', 'the file is empty'],
    [' \n\n', 'the file is empty'],
    ['PK\u0003\u0004\0\0', 'the file is no plain text (expected a CSV)'],
    ['timestamp,value', 'the file has no rows (expected a time and a value in each)'],
    ['2026-01-05', 'line 1: one column: "2026-01-05" (expected columns of times and of values, separated by comma,'],
    ['2026-01-05,', 'the file has no values (expected a column of numbers beside the times)'],
    [csv('t,v', '2026-01-05,1', '2026-01-06'), 'line 3: one column (expected 2, as the header has)'],
    [csv('t,v', '', '2026-01-05,1,spike,2'), 'line 3: 4 columns (expected 2, as the header has)'],
    ['05.13.2026,1', 'line 1: invalid timestamp: "05.13.2026" (expected ISO 8601 such as 2026-01-05T10:00:00Z, a date'],
    ['2026-02-29T00:00Z,1', 'line 1: invalid timestamp'],
    ['2026-01-05T24:01Z,1', 'line 1: invalid timestamp'],
    ['2200-01-01,1', 'line 1: invalid timestamp'],
    ['1969-12-31,1', 'line 1: invalid timestamp'],
    [csv('1767607200000000,1', '1767607200,2'), 'line 1: invalid timestamp: 1767607200000000 (expected'],
    [csv('2026-01-05,1', '1767607200,1'), 'line 2: invalid timestamp: "1767607200" (expected ISO 8601'],
    [csv('1767607200,1', '2026-01-05,1'), 'line 2: invalid timestamp: "2026-01-05" (expected ISO 8601'],
    [
      csv('13/01/2026,1', '01/14/2026,1'),
      'line 2: invalid timestamp: "01/14/2026" (expected the day first, as in the rows before)',
    ],
    [
      csv('2026-01-05,1', '2026-01-06,high'),
      'line 2: invalid value: "high" (expected a number such as 0.42, 42 % or 1.5 GiB, or nothing)',
    ],
    [csv('t,v', '2026-01-05,high'), 'line 2: invalid value: "high"'],
    [csv('2026-01-05;1.23,5'), 'line 1: invalid value'],
    [csv('2026-01-05,1e999'), 'line 1: invalid value'],
    [
      csv('2026-01-05;0,5', '2026-01-06;0.5'),
      'line 2: invalid value: "0.5" (expected a decimal comma, as in the rows before)',
    ],
    [csv('2026-01-05,5 %', '2026-01-06,5'), 'line 2: invalid value: "5" (expected a unit such as %, as in the rows'],
    [csv('2026-01-05,5', '2026-01-06,5 ms'), 'line 2: invalid value: "5 ms" (expected no unit, as in the rows before)'],
    [csv('2026-01-05,5 B', '2026-01-06,5 ms'), 'line 2: invalid value: "5 ms" (expected a unit such as B, as in'],
    [csv('2026-01-05,1', '2026-01-06,"1'), 'line 2: its quotes do not match'],
    [csv('2026-01-05,1,"a', 'b"', '2026-01-06,1'), 'line 1: a field in quotes goes on in the next line'],
    [`t,v\n2026-01-05,${'1'.repeat(200_000)}`, 'line 2: it has more than 100000 characters'],
  ])('refuses %j, naming the line and what was expected', (text, message) => {
    expect(() => readCsv(text)).toThrow(RangeError);
    expect(() => readCsv(text)).toThrow(message);
  });

  it('counts lines through blank ones and over the seams of its steps', () => {
    const rowsBefore = Array.from({ length: 9000 }, (_, row) => (row % 3 === 0 ? '' : `${row},1`));
    expect(() => readCsv([...rowsBefore, 'x,1'].join('\r\n'))).toThrow('line 9001: invalid timestamp');
    expect(() => readCsv([...rowsBefore, '9001,x'].join('\r\n'))).toThrow('line 9001: invalid value: "x"');
  });

  it('gives no series the name of another', () => {
    expect(seriesOf(csv('t,v,v', '2026-01-05T10:00Z,1,2'))).toEqual({ v: '0:1', 'v (2)': '0:2' });
  });
});

describe('readCsvSteps', () => {
  const lines = (nRows: number, stepSeconds: number) =>
    Array.from({ length: nRows }, (_, row) => `${1_700_000_000 + stepSeconds * row},${row % 2}`);

  it('reads 200,000 rows a few thousand at a time', () => {
    const steps = readCsvSteps(lines(200_000, 60).join('\n'));
    const shares: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      shares.push(step.value);
    }
    expect(shares.length).toBeGreaterThan(40);
    expect(shares.every((share, place) => place === 0 || share >= shares[place - 1])).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(step.value).toMatchObject({ kind: 'content', nRows: 200_000, notices: [] });
  });

  it('thins more rows to the mean of every round step by which they are few enough, and says so', () => {
    const { series, nRows, notices } = contentOf(lines(200_001, 15).join('\n'));
    const { time, y } = series[0].series;
    expect(nRows).toBe(200_001);
    expect(time.length).toBeLessThanOrEqual(200_000);
    expect(time[1] - time[0]).toBe(30_000);
    expect(y[1]).toBe(0.5);
    expect(notices).toEqual(['More than 200,000 rows are thinned to one every 30 s, the mean of each.']);
  });
});
