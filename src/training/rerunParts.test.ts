import { type DataQueryRequest } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import { panelRequest } from '../grafana/testing/panelRequest';

import { rerunParts } from './rerunParts';

const request = (targets: DataQuery[], more: Partial<DataQueryRequest> = {}) => panelRequest({ targets, ...more });

const usual = { isStreaming: false, isPublicDashboard: false };
const prometheus = { uid: 'prom', type: 'prometheus' };
const influx = { uid: 'influx', type: 'influxdb' };

describe('rerunParts', () => {
  it('asks each data source of a mixed panel for its own queries, hidden ones left out', () => {
    const plan = rerunParts(
      request([
        { refId: 'A', datasource: prometheus },
        { refId: 'B', datasource: influx },
        { refId: 'C', datasource: prometheus },
        { refId: 'D', datasource: influx, hide: true },
      ]),
      usual,
    );
    const refIds = plan.kind === 'parts' ? plan.parts.map(({ targets }) => targets.map(({ refId }) => refId)) : [];
    expect(refIds).toEqual([['A', 'C'], ['B']]);
  });

  it('leaves out queries whose frames bring their training along', () => {
    const foreband = { uid: 'foreband', type: 'foreband-prometheus-datasource' };
    const plan = rerunParts(
      request([
        { refId: 'A', datasource: foreband },
        { refId: 'B', datasource: prometheus },
      ]),
      usual,
    );
    expect(plan.kind === 'parts' ? plan.parts.map(({ datasource }) => datasource.uid) : []).toEqual(['prom']);
  });

  it('asks for expressions together with their inputs, hidden ones included', () => {
    const targets = [
      { refId: 'A', datasource: prometheus, hide: true },
      { refId: 'B', datasource: { uid: '__expr__', type: '__expr__' } },
    ];
    expect(rerunParts(request(targets), usual)).toMatchObject({
      kind: 'parts',
      parts: [{ datasource: { uid: '__expr__' }, targets }],
    });
  });

  it.each([
    ['a snapshot', undefined, usual, /snapshot/],
    [
      'another panel as source',
      request([{ refId: 'A', datasource: { uid: '-- Dashboard --' } }]),
      usual,
      /another panel/,
    ],
    ['a public dashboard', request([{ refId: 'A' }]), { ...usual, isPublicDashboard: true }, /public dashboard/],
    ['a stream', request([{ refId: 'A' }]), { ...usual, isStreaming: true }, /streaming/],
    ['hidden queries only', request([{ refId: 'A', hide: true }]), usual, /no query is visible/],
  ])('says why nothing can be asked of %s', (_title, asked, circumstances, reason) => {
    const plan = rerunParts(asked, circumstances);
    expect(plan.kind === 'impossible' ? plan.reason : '').toMatch(reason);
  });
});
