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

  it.each([
    ['@SUM(1)', "'@SUM(1)"],
    ['  =1', "'  =1"],
    ['\t=1', `"\t'=1"`],
    ['\uff1d1', "'\uff1d1"],
    ['web;=1', `"web;'=1"`],
    ['web\n+1', `"web\n'+1"`],
    ['rate(x[5m]) - 1', 'rate(x[5m]) - 1'],
    ['a=b', 'a=b'],
  ])('disarms %j wherever a spreadsheet might begin a cell: %j', (text, cell) => {
    expect(csvText({ headings: [text], rows: [] })).toBe(`${cell}\r\n`);
  });
});
