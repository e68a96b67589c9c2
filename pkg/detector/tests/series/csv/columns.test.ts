import { preferredSeries, readCsv } from 'foreband-detector';

import { contentOf, csv, rows, rowsOf, seriesOf } from './notation.js';

const noticesOf = (text: string) => contentOf(text).notices;

describe('readCsv', () => {
  it('reads every column of numbers as a series', () => {
    const text = csv('Time,web-1,web-2', '2026-01-05T10:00Z,26,22', '2026-01-05T10:05Z,24,21');
    expect(seriesOf(text)).toEqual({ 'web-1': '0:26 5:24', 'web-2': '0:22 5:21' });
    expect(contentOf(text).series.map(({ labels }) => labels)).toEqual([null, null]);
  });

  it.each([
    csv('cpu,label,timestamp', '0.5,,2026-01-05T10:00Z', '0.25,spike,2026-01-05T10:05Z'),
    csv('label,time,cpu', ',1767607200,0.5', 'spike,1767607500,0.25'),
    csv('"cpu","Time","anomaly"', '0.5,"1/13/2026, 10:00:00 AM",0', '0.25,"1/13/2026, 10:05:00 AM",1').replaceAll(
      '1/13',
      '01/5',
    ),
    csv('cpu;Zeitpunkt;Ereignis', '0,5;05.01.2026 10:00;', '0,25;05.01.2026 10:05;', ';05.01.2026 10:10;spike'),
  ])('finds time, values and labels by their names in any order (%#)', (text) => {
    const [{ series, labels }] = contentOf(text, { dayOrder: 'monthFirst' }).series;
    expect(series.name).toBe('cpu');
    expect([...series.y.slice(0, 2)]).toEqual([0.5, 0.25]);
    expect(labels?.findLast((text) => text !== '')).toMatch(/spike|1/);
  });

  it.each([
    ['dates', csv('0.5,2026-01-05T10:00Z', '0.25,2026-01-05T10:05Z')],
    ['numbers of an ascending time', csv('2147483648.5,1767607200', '2147483648.25,1767607500')],
  ])('finds the time without names by what a column holds: %s', (_what, text) => {
    expect(contentOf(text).series[0].series.y.map((value) => value % 1)).toEqual(Float64Array.of(0.5, 0.25));
  });

  it('takes names for names that are numbers, beside a name of the time', () => {
    expect(seriesOf(csv('Time,0,1', '2026-01-05T10:00Z,26,22'))).toEqual({ 0: '0:26', 1: '0:22' });
  });

  it('names columns without a header by their place, and the only one not at all', () => {
    expect(seriesOf('2026-01-05T10:00Z,26,22')).toEqual({ 'column 2': '0:26', 'column 3': '0:22' });
    expect(seriesOf('2026-01-05T10:00Z,26')).toEqual({ '': '0:26' });
  });

  it('takes a last column of 0 and 1 without a header for the labels', () => {
    expect(contentOf(csv('2026-01-05T10:00Z,26,0', '2026-01-05T10:05Z,99,1')).series).toMatchObject([
      { labels: ['0', '1'] },
    ]);
  });

  it('reads texts beside the values as the names of their series, with labels', () => {
    const text = csv(
      'Time,instance,job,value',
      '2026-01-05T10:00Z,web-1,node,1',
      '2026-01-05T10:05Z,web-1,node,2',
      '2026-01-05T10:00Z,web-2,node,3',
      '2026-01-05T10:05Z,web-2,node,4',
    );
    expect(seriesOf(text)).toEqual({ 'web-1': '0:1 5:2', 'web-2': '0:3 5:4' });
    expect(contentOf(text).series.map(({ series }) => series.labels)).toEqual([
      { instance: 'web-1', job: 'node' },
      { instance: 'web-2', job: 'node' },
    ]);
    expect(noticesOf(text)).toEqual([]);
  });

  it('names a single series by the text that all rows share', () => {
    const text = csv('Time,instance,value', '2026-01-05T10:00Z,web-1,1', '2026-01-05T10:05Z,web-1,2');
    expect(seriesOf(text)).toEqual({ 'web-1': '0:1 5:2' });
  });

  it('names series of several columns and texts by both', () => {
    const text = csv('t,cpu,host,memory', '2026-01-05T10:00Z,1,a,5', '2026-01-05T10:00Z,2,b,6');
    expect(seriesOf(text)).toEqual({ 'cpu a': '0:1', 'cpu b': '0:2', 'memory a': '0:5', 'memory b': '0:6' });
  });

  it('tells series apart by whole numbers too, such as those of CPU cores', () => {
    const text = csv(
      't,cpu,mode,v',
      ...[-1, 0].flatMap((cpu) => ['idle', 'user'].map((mode) => `7,${cpu},${mode},${cpu + 5}`)),
    );
    expect(Object.keys(seriesOf(text))).toEqual(['idle -1', 'user -1', 'idle 0', 'user 0']);
  });

  it('leaves every series its own labels', () => {
    const text = csv(
      't,host,v,label',
      '2026-01-05T10:00Z,a,1,',
      '2026-01-05T10:00Z,b,2,spike',
      '2026-01-05T10:05Z,a,3,',
      '2026-01-05T10:05Z,b,4,',
    );
    expect(contentOf(text).series.map(({ labels }) => labels)).toEqual([null, ['spike', '']]);
  });

  it('passes over what names no series, and says so', () => {
    const text = csv('t,v,split', '2026-01-05T10:00Z,1,train', '2026-01-05T10:05Z,2,test', '2026-01-05T10:10Z,2,test');
    expect(rows(text)).toBe('0:1 5:2 10:2');
    expect(noticesOf(text)).toEqual(['Column "split" is passed over: its texts tell no series apart.']);
  });

  it('passes over texts that are too many, and says so', () => {
    const text = csv('t,v,note', ...Array.from({ length: 1200 }, (_, row) => `${row},1,note ${row}`));
    expect(noticesOf(text)).toEqual([
      'Column "note" is passed over: its texts are too many to mark rows or to name series.',
    ]);
  });

  it('passes over the number of the row, and says so', () => {
    const text = csv(',time,cpu', '0,2026-01-05T10:00Z,0.5', '1,2026-01-05T10:05Z,0.25');
    expect(seriesOf(text)).toEqual({ cpu: '0:0.5 5:0.25' });
    expect(noticesOf(text)).toEqual(['Column 1 is passed over: it counts the rows.']);
  });

  it('takes the time that says most, and passes over other columns of times, and says so', () => {
    const text = csv('Date,timestamp,epoch,v', '2026-01-05,2026-01-05T10:00Z,1767607200,1');
    expect(seriesOf(text)).toEqual({ v: '0:1' });
    expect(noticesOf(text)).toEqual([
      'Column "Date" is passed over: another column holds the time.',
      'Column "epoch" is passed over: another column holds the time.',
    ]);
  });

  it('passes over numbers in units that have nothing in common where there are others, and says so', () => {
    const text = csv('t,id,v', '2026-01-05T10:00Z,4a,1', '2026-01-05T10:05Z,7c,2');
    expect(seriesOf(text)).toEqual({ v: '0:1 5:2' });
    expect(noticesOf(text)).toEqual(['Column "id" is passed over: its units have nothing in common.']);
  });

  it('keeps a column that says nothing, where there is no other', () => {
    expect(rows(csv('t,v', '2026-01-05T10:00Z,NaN'))).toBe('0:NaN');
    expect(rows(csv('t,v,w', '2026-01-05T10:00Z,NaN,1'))).toBe('0:1');
  });

  it('refuses more than a thousand series', () => {
    const text = csv('t,host,v,w', ...Array.from({ length: 600 }, (_, row) => `7,host-${row},1,2`));
    expect(() => readCsv(text)).toThrow('the file has 1200 series (expected at most 1000)');
  });

  it('refuses a text among numbers in any column, with its line', () => {
    const text = csv('t,cpu,memory', '2026-01-05T10:00Z,1,5', '2026-01-05T10:05Z,2,busy');
    expect(() => readCsv(text)).toThrow('line 3: invalid value: "busy"');
  });

  it('says of how many series rows share a time', () => {
    const text = csv('t,host,v', '7,a,1', '7,a,3', '7,b,5', '8,a,1', '8,b,1');
    expect(contentOf(text).series.map(rowsOf)).toHaveLength(2);
    expect(noticesOf(text)).toEqual([
      '1 row has the time of another one of 1 of 2 series: the mean of their values is used.',
    ]);
  });
});

describe('preferredSeries', () => {
  it('is the first whose values vary, with at least half as many as any', () => {
    const text = csv('t,interval,new,cpu,memory', '1,60,,5,1', '2,60,,6,2', '3,60,,7,3', '4,60,1,8,4');
    expect(preferredSeries(contentOf(text)).series.name).toBe('cpu');
  });

  it('is the first where none varies', () => {
    expect(preferredSeries(contentOf(csv('t,a,b', '1,60,', '2,60,5'))).series.name).toBe('a');
  });
});
