import { createRowStore } from '../../src/rows/rowStore.js';
import type { TimeSpan } from '../../src/span.js';

const STEP = 10;

/** Rows as `time:value`; a value tells which answer it came from. */
type Rows = readonly string[];

const timeOf = (row: string) => Number(row.split(':')[0]);
const isWithin = (row: string, { start, end }: TimeSpan) => timeOf(row) >= start && timeOf(row) <= end;

const store = createRowStore<Rows>({
  replace: (known = [], answered, span) =>
    [...known.filter((row) => !isWithin(row, span)), ...answered.filter((row) => isWithin(row, span))].sort(
      (left, right) => timeOf(left) - timeOf(right),
    ),
  size: (rows) => rows.length,
});

const span = (start: number, end: number): TimeSpan => ({ start, end });

/** The stored rows after pieces were answered with rows, when everything up to `settledTo` was settled. */
function stored(pieces: ReadonlyArray<readonly [TimeSpan, Rows]>, settledTo = Infinity) {
  return pieces.reduce(
    (before, [piece, rows]) => store.write(before, piece, new Map([['a', rows]]), { stepMs: STEP, settledTo }),
    store.empty,
  );
}

const covering = (...spans: TimeSpan[]) => stored(spans.map((one) => [one, []]));
const rowsOf = (state: ReturnType<typeof stored>) => state.series.get('a');

describe('missing(stored, span, stepMs) of a row store', () => {
  it.each([
    ['everything at first', covering(), span(0, 100), [span(0, 100)]],
    ['nothing inside what is stored', covering(span(0, 100)), span(20, 80), []],
    ['the tail alone on a refresh, the newest two steps again', covering(span(0, 100)), span(10, 120), [span(80, 120)]],
    ['the part before for an older range', covering(span(50, 100)), span(0, 60), [span(0, 40)]],
    ['everything where the ranges do not touch', covering(span(0, 100)), span(300, 400), [span(300, 400)]],
    ['what lies between two ranges', covering(span(0, 20), span(60, 100)), span(0, 100), [span(0, 50)]],
  ])('is %s', (_, before, wanted, missing) => {
    expect(store.missing(before, wanted, STEP)).toEqual(missing);
  });

  it('reaches back to what was not settled when it was answered', () => {
    const before = stored([[span(0, 100), []]], 40);
    expect(store.missing(before, span(0, 120), STEP)).toEqual([span(50, 120)]);
  });

  it('does so still after an answer to later steps alone', () => {
    const between = stored([[span(0, 100), []]], 40);
    const before = store.write(between, span(110, 120), new Map(), { stepMs: STEP, settledTo: 100 });
    expect(store.missing(before, span(0, 130), STEP)).toEqual([span(50, 130)]);
  });

  it('does not reach back over a gap', () => {
    const between = stored([[span(0, 100), []]], 40);
    const before = store.write(between, span(300, 400), new Map(), { stepMs: STEP, settledTo: 390 });
    expect(store.missing(before, span(300, 410), STEP)).toEqual([span(380, 410)]);
  });
});

describe('write(stored, piece, answer) of a row store', () => {
  it('replaces the rows of the piece up to the next step, and leaves those around it', () => {
    const before = stored([[span(0, 40), ['3:a', '17:a', '29:a', '31:a', '48:a']]]);
    const after = store.write(before, span(10, 20), new Map([['a', ['12:b', '25:b', '30:b']]]), {
      stepMs: STEP,
      settledTo: Infinity,
    });
    expect(rowsOf(after)).toEqual(['3:a', '12:b', '25:b', '31:a', '48:a']);
  });

  it('leaves a series alone that an answer does not name', () => {
    const after = store.write(stored([[span(0, 40), ['3:a']]]), span(0, 40), new Map([['b', ['5:b']]]), {
      stepMs: STEP,
      settledTo: Infinity,
    });
    expect([...after.series]).toEqual([
      ['a', ['3:a']],
      ['b', ['5:b']],
    ]);
    expect(store.size(after)).toBe(2);
  });
});

describe('read(stored, span) of a row store', () => {
  it('leaves out what lies before a refused stretch', () => {
    const { series, coveredFrom } = store.read(stored([[span(0, 40), ['3:a', '17:a', '29:a']]]), span(0, 40), {
      stepMs: STEP,
      coveredFrom: 20,
    });
    expect([series.get('a'), coveredFrom]).toEqual([['29:a'], 20]);
  });
});
