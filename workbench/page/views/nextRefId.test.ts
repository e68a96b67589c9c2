import { nextRefId } from './nextRefId';

describe('nextRefId()', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

  it.each([
    [[], 'A'],
    [['A', 'B'], 'C'],
    [['B'], 'A'],
    [letters, 'AA'],
    [[...letters, 'AA'], 'AB'],
  ])('gives after %j the letter %s', (taken, expected) => {
    expect(nextRefId(taken.map((refId) => ({ refId })))).toBe(expected);
  });
});
