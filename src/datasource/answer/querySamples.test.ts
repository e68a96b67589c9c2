import { type GridColumns, seriesKey } from 'foreband-prometheus';

import { limitSeries, pairSeries, remarkNotices } from './querySamples';

function gridOf(time: readonly number[], columns: Readonly<Record<string, readonly number[]>>): GridColumns {
  const entries = Object.entries(columns).map(([host, y]) => {
    const labels = { host };
    return [seriesKey(labels), { labels, y: Float64Array.from(y) }] as const;
  });
  return { time: Float64Array.from(time), columns: new Map(entries) };
}

const nameOf = ({ host }: Readonly<Record<string, string>>) => host;

describe('pairSeries(asked, training, pairing)', () => {
  it('parts what leads in from what is shown, and gives each series its own history', () => {
    const asked = gridOf([10, 20, 30, 40], { web: [1, 2, 3, 4] });
    const training = gridOf([0, 10], { db: [7, 8], web: [5, 6] });
    const [{ visible, lead, training: history }] = pairSeries(asked, training, { visibleFrom: 30, nameOf });
    expect([visible.name, [...visible.time], [...visible.y]]).toEqual(['web', [30, 40], [3, 4]]);
    expect([[...lead.time], [...lead.y]]).toEqual([[10, 20], [1, 2]]); // prettier-ignore
    expect([[...history.time], [...history.y]]).toEqual([[0, 10], [5, 6]]); // prettier-ignore
  });

  it('drops a series that shows nothing, even where it leads in', () => {
    const asked = gridOf([10, 20], { gone: [1, NaN], web: [1, 2] });
    expect(pairSeries(asked, gridOf([], {}), { visibleFrom: 20, nameOf }).map(({ visible }) => visible.name)).toEqual([
      'web',
    ]);
  });

  it('gives a series without history gaps in its place', () => {
    const [{ training }] = pairSeries(gridOf([20], { web: [1] }), gridOf([0, 10], {}), { visibleFrom: 20, nameOf });
    expect([...training.y]).toEqual([NaN, NaN]);
  });

  it('orders series as people count: 2 before 10', () => {
    const asked = gridOf([20], { 'web-10': [1], 'web-2': [1] });
    const names = pairSeries(asked, asked, { visibleFrom: 20, nameOf }).map(({ visible }) => visible.name);
    expect(names).toEqual(['web-2', 'web-10']);
  });
});

describe('limitSeries(series)', () => {
  const seriesOf = (count: number) =>
    pairSeries(
      gridOf([20], Object.fromEntries(Array.from({ length: count }, (_, place) => [`web-${place}`, [1]]))),
      gridOf([], {}),
      { visibleFrom: 20, nameOf },
    );

  it('leaves a thousand series alone, and cuts more with a word on how to ask for fewer', () => {
    expect(limitSeries(seriesOf(1000))).toMatchObject({ series: { length: 1000 }, notices: [] });
    const { series, notices } = limitSeries(seriesOf(1001));
    expect(series).toHaveLength(1000);
    expect(notices).toEqual([
      {
        severity: 'warning',
        text: '1001 series found, the first 1000 are shown. Narrow the query, or aggregate with sum by or avg by.',
      },
    ]);
  });
});

describe('remarkNotices(remarks)', () => {
  it('says each remark once, warnings first', () => {
    expect(remarkNotices({ warnings: ['slow', 'slow'], infos: ['metric might not be a counter'] })).toEqual([
      { severity: 'warning', text: 'slow' },
      { severity: 'info', text: 'metric might not be a counter' },
    ]);
  });
});
