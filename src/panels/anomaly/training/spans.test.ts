import { inPieces, missingSpans } from './spans';

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
