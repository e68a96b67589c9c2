import { readCsv, readCsvSteps } from 'foreband-detector';

const ten = Date.UTC(2026, 0, 5, 10);
const MINUTE = 60_000;

const csv = (...lines: readonly string[]) => lines.join('\n');

/** Minutes after ten o'clock and values, as `0:0.5 5:0.25`. */
function rows({ series }: ReturnType<typeof readCsv>): string {
  return Array.from(series.time, (time, row) => `${(time - ten) / MINUTE}:${series.y[row]}`).join(' ');
}

describe('readCsv', () => {
  it('reads timestamp, value and label, with the name of the second column', () => {
    const read = readCsv(
      csv('timestamp,cpu_usage,label', '2026-01-05T10:00:00Z,0.5,', '2026-01-05T10:05:00Z,0.25,spike'),
    );
    expect(rows(read)).toBe('0:0.5 5:0.25');
    expect(read.labels).toEqual(['', 'spike']);
    expect(read.series.name).toBe('cpu_usage');
    expect(read.unit).toBe('fraction');
    expect(read.format).toEqual({ delimiter: ',', decimal: '.', timestamps: 'iso8601', hasHeader: true });
    expect(read).toMatchObject({ nRows: 2, nReplaced: 0, isSorted: true });
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
    expect(rows(readCsv(text))).toBe('0:0.5 5:0.25');
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
  ])('reads the time %s, %d seconds after ten', (timestamp, seconds) => {
    expect(readCsv(`${timestamp},1`).series.time[0]).toBe(ten + seconds * 1000);
  });

  it('decides once per file whether numbers are seconds or milliseconds, by the largest', () => {
    expect(readCsv(csv('0,1', '1767607200,1')).format.timestamps).toBe('epochSeconds');
    expect(readCsv(csv('0,1', '1767607200000,1')).format.timestamps).toBe('epochMilliseconds');
    expect(rows(readCsv(csv('1767607200000,1', '1767607260000,2')))).toBe('0:1 1:2');
  });

  it.each([
    ['fraction', csv('2026-01-05,0.5', '2026-01-06,0.9')],
    ['percent', csv('2026-01-05,0.5', '2026-01-06,90')],
    ['percent', csv('2026-01-05,0.5 %', '2026-01-06,0.9%')],
    ['percent', csv('time,cpu_percent', '2026-01-05,0.5', '2026-01-06,0.9')],
    ['other', csv('2026-01-05,0.5', '2026-01-06,900')],
  ])('takes a whole series for %s, never a single value', (unit, text) => {
    const read = readCsv(text);
    expect(read.unit).toBe(unit);
    expect(read.series.y[0]).toBe(0.5);
  });

  it.each(['', 'NaN', 'null', 'NULL', 'None', 'n/a', '-', '+Inf'])('reads "%s" as a missing value', (value) => {
    expect(rows(readCsv(csv(`2026-01-05T10:00Z,${value}`, '2026-01-05T10:05Z,1')))).toBe('0:NaN 5:1');
  });

  it('puts rows in order of time, and keeps the last of those with the same', () => {
    const read = readCsv(
      csv('2026-01-05T10:10Z,3,c', '2026-01-05T10:00Z,1,a', '2026-01-05T10:05Z,9,x', '2026-01-05T10:05Z,2,b'),
    );
    expect(rows(read)).toBe('0:1 5:2 10:3');
    expect(read.labels).toEqual(['a', 'b', 'c']);
    expect(read).toMatchObject({ nRows: 4, nReplaced: 1, isSorted: false });
  });

  it('has no labels where the third column is empty', () => {
    expect(readCsv(csv('t,v,label', '2026-01-05,1,', '2026-01-06,2,')).labels).toBeNull();
  });

  it.each([
    ['', 'the file is empty'],
    [' \n\n', 'the file is empty'],
    ['PK\u0003\u0004\0\0', 'the file is no plain text (expected a CSV in UTF-8)'],
    ['timestamp,value', 'the file has no rows (expected timestamp,value and at most a label in each)'],
    ['2026-01-05', 'line 1: one column: "2026-01-05" (expected timestamp and value, and at most a label, separated by'],
    [csv('t,v', '2026-01-05,1', '2026-01-06'), 'line 3: one column (expected timestamp and value'],
    [csv('t,v', '', '2026-01-05,1,spike,2'), 'line 3: 4 columns (expected timestamp and value, and at most a label)'],
    [
      '05.01.2026,1',
      'line 1: invalid timestamp: "05.01.2026" (expected ISO 8601 such as 2026-01-05T10:00:00Z, or seconds',
    ],
    ['2026-02-29T00:00Z,1', 'line 1: invalid timestamp'],
    ['2026-01-05T24:01Z,1', 'line 1: invalid timestamp'],
    ['2200-01-01,1', 'line 1: invalid timestamp'],
    ['1969-12-31,1', 'line 1: invalid timestamp'],
    [csv('1767607200000000,1', '1767607200,2'), 'line 1: invalid timestamp: 1767607200000000 (expected'],
    [csv('2026-01-05,1', '1767607200,1'), 'line 2: invalid timestamp: "1767607200" (expected ISO 8601'],
    [csv('1767607200,1', '2026-01-05,1'), 'line 2: invalid timestamp: "2026-01-05" (expected ISO 8601'],
    [
      csv('2026-01-05,1', '2026-01-06,high'),
      'line 2: invalid value: "high" (expected a number such as 0.42 or 42 %, or nothing)',
    ],
    [csv('2026-01-05;1.234,5'), 'line 1: invalid value'],
    [csv('2026-01-05,1e999'), 'line 1: invalid value'],
    [
      csv('2026-01-05;0,5', '2026-01-06;0.5'),
      'line 2: invalid value: "0.5" (expected a decimal comma, as in the rows before)',
    ],
    [
      csv('2026-01-05,5 %', '2026-01-06,5'),
      'line 2: invalid value: "5" (expected a percent sign in every row or in none)',
    ],
    [csv('2026-01-05,1', '2026-01-06,"1'), 'line 2: its quotes do not match'],
    [csv('2026-01-05,1,"a', 'b"', '2026-01-06,1'), 'line 1: a field in quotes goes on in the next line'],
    [`2026-01-05,1,${'x'.repeat(101)}`, 'line 1: invalid label'],
    [`t,v\n2026-01-05,${'1'.repeat(20_000)}`, 'line 2: it has more than 10000 characters'],
  ])('refuses %j, naming the line and what was expected', (text, message) => {
    expect(() => readCsv(text)).toThrow(RangeError);
    expect(() => readCsv(text)).toThrow(message);
  });

  it('refuses a third column that can hardly be labels', () => {
    const text = Array.from({ length: 101 }, (_, row) => `${row},1,${row}`).join('\n');
    expect(() => readCsv(text)).toThrow('line 101: invalid label: "100" (expected at most 100 different labels');
  });

  it('counts lines through blank ones and over the seams of its steps', () => {
    const rowsBefore = Array.from({ length: 9000 }, (_, row) => (row % 3 === 0 ? '' : `${row},1`));
    expect(() => readCsv([...rowsBefore, 'x,1'].join('\r\n'))).toThrow('line 9001: invalid timestamp');
  });
});

describe('readCsvSteps', () => {
  it('reads 200,000 rows a few thousand at a time, and refuses one more', () => {
    const lines = Array.from({ length: 200_000 }, (_, row) => `${1_700_000_000 + 60 * row},0.25`);
    const shares = [...readCsvSteps(lines.join('\n'))];
    expect(shares.length).toBeGreaterThan(40);
    expect(shares.every((share, step) => step === 0 || share > shares[step - 1])).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(readCsv(lines.join('\n')).series.time.length).toBe(200_000);
    expect(() => readCsv([...lines, '0,1'].join('\n'))).toThrow('line 200001: more than 200000 rows');
  });
});
