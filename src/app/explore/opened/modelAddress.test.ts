/** @jest-environment jsdom */
import '../../../grafana/testing/browser';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSavedModel, type SavedModel } from 'foreband-engine';

import { readAddress } from '../address/address';
import { startState } from '../address/exploreState';

import { addressOfModel, stateOfModel } from './modelAddress';

const HOUR = 3_600_000;
const file = join(__dirname, '../../../../pkg/engine/tests/firstRelease/savedModel.json');
const saved = parseSavedModel(readFileSync(file, 'utf8'));
const withQuery = (query: Record<string, unknown>): SavedModel => ({
  ...saved,
  source: { datasource: { type: 'any', uid: 'p' }, query },
});

describe('addressOfModel(model)', () => {
  it('shows the series of the model, scored with it, at the threshold and with the settings it was saved with', () => {
    const address = addressOfModel(saved);
    expect(address).toMatch(/^\/a\/foreband-anomaly-app\/explore\?/);
    expect(readAddress(address.slice(address.indexOf('?')))).toEqual({
      state: {
        ...startState,
        source: { kind: 'metric', dataSource: 'foreband', metric: 'auto' },
        series: 'web-1',
        model: saved.id,
        settings: {
          stepMs: HOUR,
          trainingWindowMs: 360 * HOUR,
          thresholdMultiplier: 2.5,
          weeklyOrder: 3,
          method: 'classic',
        },
      },
      notices: [],
    });
  });
});

describe('stateOfModel(model)', () => {
  it.each([
    [
      { source: 'promql', metric: 'auto', expr: 'up' },
      { kind: 'promql', dataSource: 'p', expr: 'up' },
    ],
    [
      { expr: 'up', range: true },
      { kind: 'promql', dataSource: 'p', expr: 'up' },
    ],
    [
      { source: 'metric', metric: 'system_cpu_usage' },
      { kind: 'metric', dataSource: 'p', metric: 'system_cpu_usage' },
    ],
    [
      { source: 'simulation', scenario: { seed: 3, nInstances: 5 } },
      { kind: 'simulation', seed: 3, nInstances: 5 },
    ],
  ])('finds the samples again of a query %j', (query, source) => {
    expect(stateOfModel(withQuery(query)).source).toEqual(source);
  });

  it('finds the samples again that the Explore page had when it saved the model', () => {
    expect(stateOfModel({ ...saved, explored: { source: 'sample' } }).source).toEqual({ kind: 'sample' });
  });

  it.each([[{ ...saved, source: null }], [withQuery({ rawSql: 'select 1' })]])(
    'asks for a file where the samples cannot be found, and on the page leaves those that are shown',
    (model) => {
      expect(stateOfModel(model).source).toEqual({ kind: 'csv', file: null });
      const present = { ...startState, source: { kind: 'sample' as const }, series: 'sample' };
      expect(stateOfModel(model, present)).toMatchObject({
        source: { kind: 'sample' },
        series: 'sample',
        model: saved.id,
      });
    },
  );
});
