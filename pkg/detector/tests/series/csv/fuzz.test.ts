import fc from 'fast-check';
import { readCsv } from 'foreband-detector';

/** CSV_FUZZ_RUNS=100000 asks for more. */
const RUNS = { numRuns: Number(process.env.CSV_FUZZ_RUNS ?? 1000), seed: 20_260_105 };

const field = fc.oneof(
  fc.constantFrom(
    '2026-01-05T10:00:00Z',
    '1767607200',
    '0.5',
    '0,5',
    '42 %',
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

function expectSeriesOrMessage(text: string): void {
  let read: ReturnType<typeof readCsv>;
  try {
    read = readCsv(text);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toMatch(/\(expected .*\)$/s);
    return;
  }
  const { time, y } = read.series;
  expect(time.length).toBeGreaterThan(0);
  expect(y.length).toBe(time.length);
  expect(read.labels?.length ?? time.length).toBe(time.length);
  expect(time.every((moment, row) => Number.isInteger(moment) && (row === 0 || moment > time[row - 1]))).toBe(true);
  expect(y.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true);
  expect(time.length + read.nReplaced).toBe(read.nRows);
}

describe('readCsv', () => {
  it('gives a series in order or a message for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSeriesOrMessage), RUNS);
  });

  it('gives a series in order or a message for anything that resembles a CSV', () => {
    fc.assert(fc.property(nearlyCsv, expectSeriesOrMessage), RUNS);
  });

  it.each([
    ['quotes', '"'.repeat(2_000_000)],
    ['pairs of quotes and line breaks', '"\n'.repeat(500_000)],
    ['quotes that never close', `2026-01-05,1\n${',"x\n'.repeat(300_000)}`],
    ['delimiters', ','.repeat(2_000_000)],
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
        const { series } = readCsv(text);
        expect([...series.time]).toEqual(sorted.map(([second]) => second * 1000));
        expect([...series.y]).toEqual(sorted.map(([, value]) => value));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
