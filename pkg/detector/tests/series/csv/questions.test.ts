import { contentOf, csv, questionOf, rows, TEN } from './notation.js';

/** Title, answer and rows of both ways, likelier first. */
const optionsOf = (question: ReturnType<typeof questionOf>) =>
  question.options.map(({ title, rows: shown }) => [
    title,
    ...shown.map(({ line, written, value }) => `${line}: ${written} = ${value}`),
  ]);

describe('readCsv', () => {
  const open = csv('t;rps', '2026-01-05T10:00Z;1,002', '2026-01-05T10:05Z;998', '2026-01-05T10:10Z;26,066');

  it('asks what a comma before three digits separates, where it separates no columns, and shows the first rows both ways', () => {
    const question = questionOf(open);
    expect(question.about).toBe('decimal');
    expect(question.text).toBe(
      'Does the comma in 1,002 separate thousands, or stand before the decimals? The file does not say.',
    );
    expect(optionsOf(question)).toEqual([
      ['1,002 is 1.002: the comma stands before the decimals', '2: 1,002 = 1.002', '4: 26,066 = 26.066'],
      ['1,002 is 1002: the comma separates thousands', '2: 1,002 = 1002', '4: 26,066 = 26066'],
    ]);
    expect(question.options[0].rows[0].time).toBe(TEN);
  });

  it('goes on with the answer, and says what it was', () => {
    const [decimals, thousands] = questionOf(open).options;
    expect(rows(open, decimals.answers)).toBe('0:1.002 5:998 10:26.066');
    expect(rows(open, thousands.answers)).toBe('0:1002 5:998 10:26066');
    const [settled] = contentOf(open, thousands.answers).settled;
    expect(settled.options.map(({ answers }) => answers)).toEqual([{ decimal: '.' }, { decimal: ',' }]);
  });

  it('takes a comma before three digits for that of thousands between columns with commas, and says that it can be read otherwise', () => {
    const text = csv('t,rps', '2026-01-05T10:00Z,"1,002"');
    expect(rows(text)).toBe('0:1002');
    expect(contentOf(text).settled.map(optionsOf)).toEqual([
      [
        ['1,002 is 1002: the comma separates thousands', '2: 1,002 = 1002'],
        ['1,002 is 1.002: the comma stands before the decimals', '2: 1,002 = 1.002'],
      ],
    ]);
    expect(rows(text, { decimal: ',' })).toBe('0:1.002');
  });

  it.each([
    ['a semicolon', csv('t;rps', '2026-01-05T10:00Z;1.002')],
    ['dates with points', csv('t,rps', '05.01.2026 10:00,1.002')],
    ['dates with points, and commas', csv('t,rps', '05.01.2026 10:00,"1,002"')],
    ['a tab, and a comma', csv('t\trps', '2026-01-05T10:00Z\t1,002')],
    ['points and commas', csv('t;rps;v', '2026-01-05T10:00Z;1.002;1,002')],
  ])('asks what the sign before three digits separates beside %s', (_what, text) => {
    expect(questionOf(text).about).toBe('decimal');
  });

  it.each([
    ['a comma', csv('t,rps', '2026-01-05T10:00Z,1.002')],
    ['a tab', csv('t\trps', '2026-01-05T10:00Z\t1.002')],
  ])('takes a point before three digits for that of decimals beside %s', (_what, text) => {
    expect(rows(text)).toBe('0:1.002');
    expect(contentOf(text).settled).toEqual([]);
  });

  it('has no use for an answer that the file contradicts', () => {
    expect(rows(csv('t;rps', '2026-01-05T10:00Z;0,5'), { decimal: '.', dayOrder: 'monthFirst' })).toBe('0:0.5');
  });

  const oneDay = csv('Time,v', '07/08/2026 10:00,1', '07/08/2026 10:05,2');

  it('asks whether the day or the month comes first, where no date says it, and shows the first days both ways', () => {
    const question = questionOf(oneDay);
    expect(question.about).toBe('dayOrder');
    expect(question.text).toBe('Does the day or the month come first in 07/08/2026 10:00? The file does not say.');
    expect(optionsOf(question)).toEqual([
      ['07/08/2026 10:00 is 2026-08-07: the day comes first', '2: 07/08/2026 10:00 = 1'],
      ['07/08/2026 10:00 is 2026-07-08: the month comes first', '2: 07/08/2026 10:00 = 1'],
    ]);
    expect(question.options.map(({ rows: [first] }) => new Date(first.time).toISOString().slice(0, 10))).toEqual([
      '2026-08-07',
      '2026-07-08',
    ]);
    const [day, month] = question.options.map(({ answers }) => contentOf(oneDay, answers));
    expect(day.series[0].series.time[0]).toBe(Date.UTC(2026, 7, 7, 10));
    expect(month.series[0].series.time[0]).toBe(Date.UTC(2026, 6, 8, 10));
    expect(month.format.timestamps).toBe('monthFirst');
  });

  it('thinks the month first beside hours of half a day', () => {
    expect(questionOf(csv('Time,v', '07/08/2026 9:05 PM,1')).options[0].answers).toEqual({ dayOrder: 'monthFirst' });
  });

  const hours = (...dates: readonly string[]) =>
    csv('Time,v', ...dates.flatMap((date) => Array.from({ length: 24 }, (_, hour) => `${date} ${hour}:00,1`)));

  it.each([
    ['a day above 12', 'monthFirst', csv('Time,v', '07/08/2026,1', '07/30/2026,2')],
    ['a day above 12', 'dayFirst', csv('Time,v', '07/08/2026,1', '30/07/2026,2')],
    ['hours that go on the next day', 'dayFirst', hours('07/08/2026', '08/08/2026', '09/08/2026')],
    ['hours that go on the next day', 'monthFirst', hours('07/08/2026', '07/09/2026', '07/10/2026')],
    ['points', 'dayFirst', csv('Time,v', '07.08.2026,1')],
  ])('finds the order of day and month by %s: %s', (_what, order, text) => {
    expect(contentOf(text).format.timestamps).toBe(order);
  });

  it('asks for the order in a file of one row a day, which might be one a month', () => {
    const days = [1, 2, 3, 4, 5].map((day) => `0${day}/01/2026,1`);
    expect(questionOf(csv('Date,v', ...days)).about).toBe('dayOrder');
  });

  it('asks one question after the other, and keeps the answers', () => {
    const text = csv('Time;v', '07/08/2026 10:00;1,002');
    const [, monthFirst] = questionOf(text).options;
    const second = questionOf(text, monthFirst.answers);
    expect(second.about).toBe('decimal');
    expect(second.options.map(({ answers }) => answers)).toEqual([
      { dayOrder: 'monthFirst', decimal: ',' },
      { dayOrder: 'monthFirst', decimal: '.' },
    ]);
    expect(contentOf(text, second.options[1].answers).settled.map(({ about }) => about)).toEqual([
      'dayOrder',
      'decimal',
    ]);
  });
});
