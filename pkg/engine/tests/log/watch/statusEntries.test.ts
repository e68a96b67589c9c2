import { troubleEntries } from '../../../src/log/watch/statusEntries.js';

const panel = { dashboard: 'cpu', panelId: 1, title: 'CPU usage' };
const away = { severity: 'warning', text: 'No data since 10:05, retrying.' } as const;
const refused = { severity: 'error', text: 'Prometheus refuses the query.' } as const;
const remark = { severity: 'info', text: 'No weekly pattern.' } as const;

const told = (...args: Parameters<typeof troubleEntries>) =>
  troubleEntries(...args).map(({ status, message, level }) => [status, level, message]);

describe('troubleEntries', () => {
  it('tells a trouble when it begins, by how grave it is, and remarks never', () => {
    expect(told(panel, [], [refused, away, remark], 5)).toEqual([
      ['error', 'error', refused.text],
      ['warning', 'warning', away.text],
    ]);
  });

  it('tells nothing while it lasts, and that it is over', () => {
    expect(told(panel, [away], [away], 5)).toEqual([]);
    expect(told(panel, [away, remark], [], 5)).toEqual([['recovered', 'info', `Over: ${away.text}`]]);
  });

  it('is one entry for two tabs that meet it within a minute', () => {
    const [one] = troubleEntries(panel, [], [refused], 1000);
    const [other] = troubleEntries(panel, [], [refused], 59_000);
    const [later] = troubleEntries(panel, [], [refused], 61_000);
    expect(one.key).toBe(other.key);
    expect(later.key).not.toBe(one.key);
  });
});
