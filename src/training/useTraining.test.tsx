import '../grafana/testing/browser';

import { LoadingState, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import { renderHook, waitFor } from '@testing-library/react';

import { FakeClock } from '../../pkg/prometheus/tests/range/fakeClock';

import { panelRequest } from '../grafana/testing/panelRequest';

import type { AskableSource } from './rerun';
import { TrainingReader } from './TrainingReader';
import { useTraining } from './useTraining';

const STEP = 60_000;

function refreshedData(startTime: number): PanelData {
  const targets = [{ refId: 'A', datasource: { uid: 'prom', type: 'prometheus' } }];
  const request = panelRequest({ targets, startTime });
  return { state: LoadingState.Done, series: [], timeRange: request.range, request };
}

function refresh(step: number) {
  return { data: refreshedData(step * STEP), end: step * STEP };
}

function heldBack(data = refreshedData(10 * STEP)) {
  const signals: AbortSignal[] = [];
  const fingerprint = jest.fn(() => 'up');
  const clock = new FakeClock();
  const source: AskableSource = {
    uid: 'prom',
    name: 'Prometheus',
    fingerprint,
    ask: (_request, signal) => {
      signals.push(signal);
      return new Promise<never>(() => undefined);
    },
  };
  const reader = new TrainingReader(() => Promise.resolve(source), clock);
  const rendered = renderHook(({ data, end }) => useTraining({ data, span: { start: 0, end }, stepMs: STEP }, reader), {
    initialProps: { data, end: 10 * STEP },
  });
  return { signals, fingerprint, clock, ...rendered };
}

describe('useTraining', () => {
  it('neither cancels nor repeats the history under way when the dashboard refreshes', async () => {
    const { signals, fingerprint, rerender, result } = heldBack();
    await waitFor(() => expect(signals).toHaveLength(1));
    rerender(refresh(11));
    await waitFor(() => expect(fingerprint).toHaveBeenCalledTimes(2));
    rerender(refresh(12));
    await waitFor(() => expect(fingerprint).toHaveBeenCalledTimes(3));
    expect(result.current.kind).toBe('asking');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it.each([
    ['a stream', { state: LoadingState.Streaming }, /streaming source/],
    ['a snapshot', { request: undefined }, /snapshot/],
  ])('asks nothing of %s, and says why', (_, changes, reason) => {
    const { fingerprint, rerender, result, signals } = heldBack({ ...refreshedData(0), ...changes });
    rerender({ data: { ...refreshedData(1), ...changes }, end: STEP });
    expect(result.current).toMatchObject({ kind: 'visibleOnly', reason: expect.stringMatching(reason) });
    expect([fingerprint.mock.calls, signals]).toEqual([[], []]);
  });

  it('asks nothing on a public dashboard', () => {
    config.publicDashboardAccessToken = 'abc';
    try {
      const { fingerprint, result } = heldBack();
      expect(result.current).toMatchObject({
        kind: 'visibleOnly',
        reason: expect.stringContaining('public dashboard'),
      });
      expect(fingerprint).not.toHaveBeenCalled();
    } finally {
      config.publicDashboardAccessToken = '';
    }
  });

  it('cancels it a second after the panel has gone', async () => {
    const { signals, unmount, clock } = heldBack();
    await waitFor(() => expect(signals).toHaveLength(1));
    unmount();
    await clock.advance(1000);
    expect(signals[0].aborted).toBe(true);
  });
});
