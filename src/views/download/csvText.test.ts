import { csvText } from './csvText';

describe('csvText', () => {
  it('writes headings and rows, and nothing for what is not a number', () => {
    expect(
      csvText({
        headings: ['x', 'y'],
        rows: [
          [1, 0.5],
          [2, NaN],
        ],
      }),
    ).toBe('x,y\r\n1,0.5\r\n2,\r\n');
  });

  it('quotes texts with commas, quotes and line ends', () => {
    expect(csvText({ headings: ['name'], rows: [['a,b'], ['say "no"'], ['two\nlines']] })).toBe(
      'name\r\n"a,b"\r\n"say ""no"""\r\n"two\nlines"\r\n',
    );
  });

  it('keeps names that look like formulas from becoming some', () => {
    expect(csvText({ headings: ['name'], rows: [['=HYPERLINK("x")'], ['-up'], [-1]] })).toBe(
      'name\r\n"\'=HYPERLINK(""x"")"\r\n\'-up\r\n-1\r\n',
    );
  });
});
