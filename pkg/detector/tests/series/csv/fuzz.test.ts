import fc from 'fast-check';
import { MAX_CSV_ROWS, readCsv, type CsvAnswers, type CsvSeries } from 'foreband-detector';

import { contentOf } from './notation.js';

/** CSV_FUZZ_RUNS=100000 asks for more. */
const RUNS = { numRuns: Number(process.env.CSV_FUZZ_RUNS ?? 1000), seed: 20_260_105 };

const field = fc.oneof(
  fc.constantFrom(
    '2026-01-05T10:00:00Z',
    '1767607200',
    '0.5',
    '0,5',
    '42 %',
    '1,002',
    '1.002',
    '1,378,002',
    '521 ms',
    '2.61 GiB',
    '2.61 K',
    '07/08/2026 9:05 PM',
    '08.07.2026',
    'web-1',
    'Time',
    'label',
    '',
    'NaN',
    '"',
    '""',
    '"a',
    'b"',
    'spike',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const nearlyCsv = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    fc.array(fc.array(field, { maxLength: 5 }), { maxLength: 30 }),
  )
  .map(([delimiter, lineBreak, lines]) => lines.map((line) => line.join(delimiter)).join(lineBreak));

function expectInOrder({ series: { time, y }, labels }: CsvSeries): void {
  expect(time.length).toBeGreaterThan(0);
  expect(time.length).toBeLessThanOrEqual(MAX_CSV_ROWS);
  expect(y.length).toBe(time.length);
  expect(labels?.length ?? time.length).toBe(time.length);
  expect(time.every((moment, row) => Number.isInteger(moment) && (row === 0 || moment > time[row - 1]))).toBe(true);
  expect(y.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true);
}

// Whatever is asked, either answer leads to an end.
function expectSeriesOrMessage(text: string, answers: CsvAnswers = {}): void {
  let read: ReturnType<typeof readCsv>;
  try {
    read = readCsv(text, answers);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toMatch(/\(expected .*\)$/s);
    return;
  }
  if (read.kind === 'question') {
    const { about, options } = read;
    expect(answers).not.toHaveProperty(about);
    expect(new Set(options.map((option) => option.answers[about])).size).toBe(2);
    options.forEach((option) => {
      expect(option.rows.length).toBeGreaterThan(0);
      expectSeriesOrMessage(text, option.answers);
    });
    return;
  }
  read.series.forEach(expectInOrder);
  expect(new Set(read.series.map(({ series }) => series.name)).size).toBe(read.series.length);
}

const digits = (value: number, group: string, decimal: string) => {
  const [whole, decimals] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${decimals}`;
};

describe('readCsv', () => {
  it('gives a series in order or a message for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectSeriesOrMessage(text)),
      RUNS,
    );
  });

  it('gives a series in order or a message for anything that resembles a CSV', () => {
    fc.assert(
      fc.property(nearlyCsv, (text) => expectSeriesOrMessage(text)),
      RUNS,
    );
  });

  it.each([
    ['quotes', '"'.repeat(2_000_000)],
    ['pairs of quotes and line breaks', '"\n'.repeat(500_000)],
    ['quotes that never close', `2026-01-05,1\n${',"x\n'.repeat(300_000)}`],
    ['delimiters', ','.repeat(2_000_000)],
    ['columns', `time${',x'.repeat(1000)}\n${`1767607200${',1'.repeat(1000)}\n`.repeat(100)}`],
    ['texts', Array.from({ length: 50_000 }, (_, row) => `${row},1,host-${row}`).join('\n')],
    ['names of series', Array.from({ length: 50_000 }, (_, row) => `7,${row},host-${row % 1500}`).join('\n')],
    ['dates', Array.from({ length: 50_000 }, (_, row) => `0${1 + (row % 9)}/0${1 + (row % 7)}/2026,1,002`).join('\n')],
    ['line breaks', '\n'.repeat(2_000_000)],
    ['one line of digits', `2026-01-05,${'9'.repeat(2_000_000)}`],
    ['rows backwards in time', Array.from({ length: 50_000 }, (_, row) => `${1_800_000_000 - row},1`).join('\n')],
    ['rows of one time', '2026-01-05,1\n'.repeat(50_000)],
  ])('comes to an end with a great many %s', (_what, text) => {
    expectSeriesOrMessage(text);
  });

  it('reads back what it can write, in any order of the rows', () => {
    const time = fc.integer({ min: 0, max: 4_000_000_000 });
    const row = fc.tuple(
      time,
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
    );
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 50, selector: ([second]) => second });
    fc.assert(
      fc.property(rows, (written) => {
        const text = written.map(([second, value]) => `${new Date(second * 1000).toISOString()};${value}`).join('\n');
        const sorted = [...written].sort(([left], [right]) => left - right);
        const [{ series }] = contentOf(text, { decimal: '.' }).series;
        expect([...series.time]).toEqual(sorted.map(([second]) => second * 1000));
        expect([...series.y]).toEqual(sorted.map(([, value]) => value));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each([
    [',', '.'],
    ['.', ','],
    [' ', ','],
    ["'", '.'],
  ])('reads numbers with thousands separated by "%s" and decimals by "%s"', (group, decimal) => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const text = values.map((one, row) => `${row};"${digits(one, group, decimal)}"`).join('\n');
        expect([...contentOf(text).series[0].series.y]).toEqual(values.map((one) => one + 0));
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});
