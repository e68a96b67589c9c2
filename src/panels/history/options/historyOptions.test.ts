import { defaultHistoryOptions, parseHistoryOptions } from './historyOptions';

describe('parseHistoryOptions', () => {
  it('completes what a dashboard leaves out', () => {
    expect(parseHistoryOptions({})).toEqual(defaultHistoryOptions);
  });

  it('keeps the order of the views, whatever order they were chosen in', () => {
    expect(parseHistoryOptions({ views: ['week', 'series'] }).views).toEqual(['series', 'week']);
  });

  it('drops what it does not know', () => {
    const stored: object = { views: ['series', 'pie'], averagesMs: [3_600_000, 'a day', -1], range: 'all' };
    expect(parseHistoryOptions(stored)).toMatchObject({
      views: ['series'],
      averagesMs: [3_600_000],
      range: 'training',
    });
  });

  it('keeps an empty choice of views empty', () => {
    expect(parseHistoryOptions({ views: [] }).views).toEqual([]);
  });
});
