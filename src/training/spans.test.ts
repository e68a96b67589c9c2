import { inPieces, missingPieces, missingSpans } from './spans';

const STEP = 10;

describe('missingSpans', () => {
  it.each([
    ['everything at first', undefined, { start: 0, end: 100 }, [{ start: 0, end: 100 }]],
    ['nothing inside what is known', { start: 0, end: 100 }, { start: 20, end: 80 }, []],
    [
      'the tail alone on a refresh, the newest two steps again',
      { start: 0, end: 100 },
      { start: 10, end: 120 },
      [{ start: 80, end: 120 }],
    ],
    ['the part before for an older range', { start: 50, end: 100 }, { start: 0, end: 60 }, [{ start: 0, end: 50 }]],
    [
      'everything where the ranges do not touch',
      { start: 0, end: 100 },
      { start: 300, end: 400 },
      [{ start: 300, end: 400 }],
    ],
  ])('asks for %s', (_title, known, wanted, missing) => {
    expect(missingSpans(known, wanted, STEP)).toEqual(missing);
  });
});

describe('inPieces', () => {
  it('leaves a short span whole', () => {
    expect(inPieces({ start: 0, end: 50 }, STEP, 10)).toEqual([{ start: 0, end: 50 }]);
  });

  it('cuts a long one so that neighbours share no step', () => {
    expect(inPieces({ start: 0, end: 50 }, STEP, 3)).toEqual([
      { start: 0, end: 20 },
      { start: 30, end: 50 },
    ]);
  });
});

describe('missingPieces', () => {
  it('asks for a long part before from its end on, so that what is known stays in one span', () => {
    const known = { start: 250_000, end: 300_000 };
    expect(missingPieces(known, { start: 0, end: 300_000 }, STEP)).toEqual({
      pieces: [
        { start: 200_000, end: 250_000 },
        { start: 100_000, end: 199_990 },
        { start: 0, end: 99_990 },
      ],
      isFresh: false,
    });
  });

  it('is fresh where nothing known touches what is wanted', () => {
    expect(missingPieces({ start: 0, end: 10 }, { start: 100, end: 110 }, STEP).isFresh).toBe(true);
  });
});
