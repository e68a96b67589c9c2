import { labelsFromColumn, labelsFromSpans } from 'foreband-detector';

const time = Float64Array.of(0, 10, 20, 30, 40, 50, 60);

describe('labelsFromColumn', () => {
  it('labels rows with a number other than 0, and joins neighbors to one event', () => {
    const { labels, events } = labelsFromColumn(time, [0, 1, 1, 0, NaN, 1, 0]);
    expect([...labels]).toEqual([0, 1, 1, 0, 0, 1, 0]);
    expect(events.map(({ start, end, kind }) => [start, end, kind])).toEqual([
      [10, 20, 'labeled'],
      [50, 50, 'labeled'],
    ]);
  });

  it('takes a text for the kind, and begins a new event where the kind changes', () => {
    const { labels, events } = labelsFromColumn(time, ['', 'spike', ' spike ', 'outage', 'normal', 'TRUE', '1']);
    expect([...labels]).toEqual([0, 1, 1, 1, 0, 1, 1]);
    expect(events.map(({ start, end, kind }) => [start, end, kind])).toEqual([
      [10, 20, 'spike'],
      [30, 30, 'outage'],
      [50, 60, 'labeled'],
    ]);
  });

  it.each(['', ' ', '0', 'false', 'No', 'normal', 'NaN', 'null'])('leaves a row with "%s" unlabeled', (label) => {
    expect(labelsFromColumn(Float64Array.of(0), [label])).toEqual({ labels: Uint8Array.of(0), events: [] });
  });

  it('refuses a column of another length', () => {
    expect(() => labelsFromColumn(time, [1])).toThrow('invalid label column: 1 rows (expected 7, one for each time)');
  });
});

describe('labelsFromSpans', () => {
  it('labels the rows inside, bounds included, whatever the order', () => {
    const { labels, events } = labelsFromSpans(time, [
      { start: 45, end: 50 },
      { start: 10, end: 20 },
    ]);
    expect([...labels]).toEqual([0, 1, 1, 0, 0, 1, 0]);
    expect(events.map(({ start, end }) => [start, end])).toEqual([
      [10, 20],
      [45, 50],
    ]);
  });

  it('joins spans of one kind that touch and keeps those of others apart', () => {
    const { labels, events } = labelsFromSpans(time, [
      { start: 10, end: 30, kind: 'outage' },
      { start: 20, end: 40, kind: 'deploy' },
      { start: 30, end: 35, kind: 'outage' },
    ]);
    expect([...labels]).toEqual([0, 1, 1, 1, 1, 0, 0]);
    expect(events.map(({ start, end, kind }) => [start, end, kind])).toEqual([
      [10, 35, 'outage'],
      [20, 40, 'deploy'],
    ]);
  });

  it('refuses a span that ends before it starts', () => {
    expect(() => labelsFromSpans(time, [{ start: 2, end: 1 }])).toThrow('invalid time span: 2 to 1');
  });
});
