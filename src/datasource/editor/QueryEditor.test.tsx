import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { presets } from 'foreband-engine';

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

  it('takes a duration when the field is left, and nothing that is none', async () => {
    const { changes, user } = edit({});
    const field = screen.getByLabelText('Training window');
    expect(field.getAttribute('placeholder')).toBe('14d');
    await user.type(field, 'soon{Enter}');
    expect(screen.queryByText(/A duration from 1h to 731d/)).not.toBeNull();
    expect(changes).toEqual([]);
    await user.clear(field);
    await user.type(field, '6w');
    await user.tab();
    expect(changes.at(-1)?.settings).toEqual({ trainingWindowMs: 42 * 86_400_000 });
  });

  it('forgets a setting whose field is emptied', async () => {
    const { changes, user } = edit({ settings: { thresholdMultiplier: 3, intervalWidth: 0.9 } });
    await user.clear(screen.getByLabelText('Threshold'));
    await user.tab();
    expect(changes.at(-1)?.settings).toEqual({ intervalWidth: 0.9 });
  });

  it('starts with the recommended preset, and sets all of another one at once', async () => {
    const { changes, user } = edit({ settings: { n: 3 } });
    expect(screen.getByRole('radio', { name: 'Recommended' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: 'Classic' }));
    expect(changes.at(-1)?.settings).toEqual({ n: 3, ...presets.classic });
    await user.click(screen.getByRole('radio', { name: 'Recommended' }));
    expect(changes.at(-1)?.settings).toEqual({ n: 3 });
  });

  it('says where settings of a preset have been changed, and keeps the change', async () => {
    const { changes, user } = edit({});
    await user.type(screen.getByLabelText('Weekly order'), '12{Enter}');
    expect(changes.at(-1)?.settings).toEqual({ weeklyOrder: 12 });
    expect(screen.queryByText('Changed by hand')).not.toBeNull();
    expect(screen.getByRole('radio', { name: 'Recommended' })).toHaveProperty('checked', false);
  });

  it('switches the search for outliers off by a word, and on again by nothing', async () => {
    const { changes, user } = edit({});
    const field = screen.getByLabelText('Leave out outliers');
    expect(field.getAttribute('placeholder')).toBe('4');
    await user.type(field, '1{Enter}');
    expect(screen.queryByText('A number from 2 to 100, or off')).not.toBeNull();
    await user.clear(field);
    await user.type(field, 'Off{Enter}');
    expect(changes.at(-1)?.settings).toEqual({ robustDeviations: null });
    expect(field).toHaveProperty('value', 'off');
    await user.clear(field);
    await user.tab();
    expect(changes.at(-1)?.settings).toEqual({});
  });

  it('learns patterns as shares, on the clock of a zone, and lets growth saturate at a cap', async () => {
    const { changes, user } = edit({});
    await user.click(screen.getByRole('radio', { name: 'Shares' }));
    await user.click(screen.getByLabelText('Patterns follow'));
    await user.paste('Asia/Tok');
    await user.keyboard('{Enter}');
    expect(screen.queryByLabelText('Cap')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Logistic' }));
    await user.type(screen.getByLabelText('Cap'), 'much{Enter}');
    expect(screen.queryByText('A number')).not.toBeNull();
    await user.clear(screen.getByLabelText('Cap'));
    await user.type(screen.getByLabelText('Cap'), '0.9{Enter}');
    expect(changes.at(-1)?.settings).toEqual({
      seasonalityMode: 'multiplicative',
      timeZone: 'Asia/Tokyo',
      growth: 'logistic',
      growthCap: 0.9,
    });
    await user.click(screen.getByRole('radio', { name: 'Linear' }));
    await user.click(screen.getByRole('radio', { name: 'Added' }));
    expect(changes.at(-1)?.settings).toEqual({ timeZone: 'Asia/Tokyo' });
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
    expect(screen.queryByText(/A reading every 5m .* judged within 30s/)).not.toBeNull();
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

  it('gives every control a name', () => {
    edit({ source: 'promql', expr: 'up' });
    const names = [
      ...['Training window', 'Step', 'Leave out outliers', 'Interval width', 'Calibrate at', 'Threshold'],
      ...['Daily order', 'Weekly order', 'Yearly order', 'Changepoints', 'Changepoint range', 'Flexibility', 'Legend'],
    ];
    names.forEach((name) => expect(screen.queryByLabelText(name)).not.toBeNull());
    const choices = screen.getAllByRole('combobox').map((choice) => choice.getAttribute('aria-label'));
    expect(choices).toEqual([
      'Daily pattern',
      'Weekly pattern',
      'Yearly pattern',
      'Patterns follow',
      'Public holidays',
      'Output',
    ]);
  });
});
