import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { presets, settingNames, settingsTable } from 'foreband-engine';

import { appliesTo } from '../../settings/appliesTo';

import '../../grafana/testing/browser';

import { fakeGrafana, instanceSettings } from '../testing/fakeGrafana';
import { ForebandDataSource } from '../ForebandDataSource';
import { defaultQuery, type ForebandQuery } from '../query';

import { QueryEditor } from './QueryEditor';

const found = {
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: { __name__: 'system_cpu_usage' }, value: [0, '1'] }] },
};

/** An editor on this query; gives what it hands on and how often it runs. */
function edit(query: Partial<ForebandQuery>) {
  fakeGrafana(() => found);
  const datasource = new ForebandDataSource(instanceSettings({ defaultTrainingWindow: '14d' }));
  const changes: ForebandQuery[] = [];
  const run = jest.fn();
  function Host() {
    const [current, setCurrent] = useState<ForebandQuery>({ ...defaultQuery, refId: 'A', ...query });
    const onChange = (next: ForebandQuery) => {
      changes.push(next);
      setCurrent(next);
    };
    return <QueryEditor datasource={datasource} query={current} onChange={onChange} onRunQuery={run} />;
  }
  render(<Host />);
  return { changes, run, user: userEvent.setup() };
}

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

describe('the query editor', () => {
  it('shows which CPU metric was found', async () => {
    edit({});
    await screen.findByText('Auto: system_cpu_usage');
    expect(screen.getByRole('status').textContent).toBe('system_cpu_usage');
  });

  it('switches to PromQL, and says while it is typed where it is none', async () => {
    const { changes, run, user } = edit({});
    await user.click(screen.getByRole('radio', { name: 'PromQL' }));
    const field = screen.getByLabelText('PromQL', { selector: 'textarea' });
    await user.type(field, 'rate(up');
    expect(screen.queryByText('This is not PromQL at character 8, near "the end".')).not.toBeNull();
    await user.type(field, '[[5m])');
    expect(screen.queryByText(/This is not PromQL/)).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(changes.at(-1)).toMatchObject({ source: 'promql', expr: 'rate(up[5m])' });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('offers the rate of a counter', async () => {
    const { changes, user } = edit({ source: 'promql', expr: 'x_total' });
    await user.click(screen.getByRole('button', { name: /use its rate/ }));
    expect(changes.at(-1)?.expr).toBe('rate(x_total[$__rate_interval])');
  });

  async function openSettings(user: ReturnType<typeof userEvent.setup>, ...groups: string[]) {
    await user.click(screen.getByText(/^Detection settings/));
    for (const group of groups) {
      await user.click(screen.getByText(group));
    }
  }

  it("shows the data source's training window where the query has none, and takes another when the field is left", async () => {
    const { changes, user } = edit({});
    await openSettings(user);
    const field = screen.getByLabelText('Training window');
    expect(field.getAttribute('placeholder')).toBe('14');
    expect(screen.queryByText('from the data source')).not.toBeNull();
    await user.type(field, '800{Enter}');
    expect(changes).toEqual([]);
    await user.clear(field);
    await user.type(field, '42');
    await user.tab();
    expect(changes.at(-1)?.settings).toEqual({ trainingWindowMs: 42 * 86_400_000 });
  });

  it('forgets a setting whose field is emptied', async () => {
    const { changes, user } = edit({ settings: { stepMs: 60_000, intervalWidth: 0.9 } });
    await openSettings(user);
    await user.clear(screen.getByLabelText('Step'));
    await user.tab();
    expect(changes.at(-1)?.settings).toEqual({ intervalWidth: 0.9 });
  });

  it('sets all of a preset at once, and gives them back', async () => {
    const { changes, user } = edit({ settings: { n: 3 } });
    await openSettings(user);
    expect(screen.queryByText('This is "Adaptive".')).not.toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Classic' }));
    expect(changes.at(-1)?.settings).toEqual({ n: 3, ...presets.classic });
    await user.click(screen.getByRole('radio', { name: 'Default' }));
    expect(changes.at(-1)?.settings).toEqual({ n: 3 });
  });

  it('offers the filters too', async () => {
    const { changes, user } = edit({});
    await openSettings(user, 'Filters against false alarms');
    await user.type(screen.getByLabelText('N: points outside'), '3{Enter}');
    expect(changes.at(-1)?.settings).toEqual({ n: 3 });
  });

  it('simulates as many machines as asked for', async () => {
    const { changes, user } = edit({ source: 'simulation' });
    const field = screen.getByLabelText('Machines');
    await user.clear(field);
    await user.type(field, '12{Enter}');
    expect(changes.at(-1)?.scenario).toEqual({ seed: 1, nInstances: 12 });
  });

  it('switches live mode on, with an interval from five seconds to an hour', async () => {
    const { changes, user } = edit({});
    await user.click(screen.getByLabelText('Live', { selector: 'input' }));
    expect(changes.at(-1)?.live).toEqual({ intervalMs: 30_000 });
    expect(screen.queryByText(/A sample every 5m .* scored within 30s/)).not.toBeNull();
    const field = screen.getByLabelText('Every');
    await user.clear(field);
    await user.type(field, '2s{Enter}');
    expect(screen.queryByText(/A duration from 5s to 1h/)).not.toBeNull();
    await user.clear(field);
    await user.type(field, '10s{Enter}');
    expect(changes.at(-1)?.live).toEqual({ intervalMs: 10_000 });
    await user.click(screen.getByLabelText('Live', { selector: 'input' }));
    expect(changes.at(-1)?.live).toBeUndefined();
  });

  it('gives every control a name', async () => {
    const { user } = edit({ source: 'promql', expr: 'up' });
    await openSettings(user, 'Filters against false alarms', 'Known ranges', 'Model', 'Holidays and events');
    const names = settingNames
      .filter((name) => name !== 'exclusions' && appliesTo(name, 'adaptive'))
      .map((name) => settingsTable[name].label);
    names.forEach((name) => expect([name, screen.queryAllByLabelText(name).length > 0]).toEqual([name, true]));
    const choices = screen.getAllByRole('combobox').map((choice) => choice.getAttribute('aria-label'));
    expect(choices).toEqual(['Time zone', 'Public holidays', 'Output']);
  });
});
