import { act, renderHook, waitFor } from '@testing-library/react';
import { of, throwError } from 'rxjs';
import { parseSavedModel, type SavedModel, saveModel, serializeSavedModel } from 'foreband-engine';

import '../../grafana/testing/browser';

import { fittedSeries, HISTORY_END } from '../../../pkg/engine/tests/fittedSeries';

import { useModelList } from './useModelList';

interface Request {
  readonly method: string;
  readonly data?: unknown;
}

const mockFetch = jest.fn();
jest.mock('@grafana/runtime', () => ({ getBackendSrv: () => ({ fetch: mockFetch }) }));

/** Grafana's settings of the app, as others may change them between two requests. */
function grafana(settings: Record<string, unknown>) {
  const stored = { current: settings };
  mockFetch.mockImplementation(({ method, data }: Request) => {
    if (method === 'POST') {
      stored.current = data as Record<string, unknown>;
    }
    return of({ data: structuredCloned(stored.current) });
  });
  return stored;
}

const structuredCloned = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('useModelList', () => {
  let saved: SavedModel;

  beforeAll(async () => {
    const { engine, detected } = await fittedSeries();
    saved = parseSavedModel(serializeSavedModel(saveModel(engine, detected, { unit: null, now: HISTORY_END })));
  }, 60_000);

  it('sends everything else in the settings back unchanged', async () => {
    const stored = grafana({ enabled: true, pinned: true, id: 'foreband', jsonData: { other: { deep: 1 } } });
    const { result } = renderHook(() => useModelList());
    await waitFor(() => expect(result.current.state.kind).toBe('read'));
    await act(async () => void (await result.current.change({ kind: 'put', model: saved })));
    expect(stored.current).toEqual({
      enabled: true,
      pinned: true,
      jsonData: { other: { deep: 1 }, models: [JSON.parse(serializeSavedModel(saved))] },
    });
  });

  it('leaves what somebody else has added since the page was opened', async () => {
    const stored = grafana({ enabled: true, jsonData: {} });
    const { result } = renderHook(() => useModelList());
    await waitFor(() => expect(result.current.state.kind).toBe('read'));
    stored.current = { enabled: true, jsonData: { models: [structuredCloned({ ...saved, id: 'theirs' })] } };
    await act(async () => void (await result.current.change({ kind: 'put', model: saved })));
    const { state } = result.current;
    expect(state.kind === 'read' && state.list.models.map(({ id }) => id)).toEqual(['theirs', saved.id]);
  });

  it('asks where somebody has changed the model meanwhile, and writes nothing before the answer', async () => {
    const stored = grafana({ enabled: true, jsonData: { models: [saved] } });
    const { result } = renderHook(() => useModelList());
    await waitFor(() => expect(result.current.state.kind).toBe('read'));
    const theirs = { enabled: true, jsonData: { models: [structuredCloned({ ...saved, note: 'theirs' })] } };
    stored.current = theirs;
    const change = { kind: 'put', model: { ...saved, note: 'mine' }, known: saved } as const;
    await act(async () => void (await result.current.change(change)));
    expect(stored.current).toBe(theirs);
    expect(result.current.conflict?.theirs?.note).toBe('theirs');
    await act(async () => void (await result.current.change(change, true)));
    expect(stored.current).toMatchObject({ jsonData: { models: [{ note: 'mine' }] } });
    expect(result.current.conflict).toBeUndefined();
  });

  it('says in Grafana’s words why the list cannot be read or written', async () => {
    mockFetch.mockReturnValue(
      throwError(() => ({ status: 403, data: { message: 'Permissions needed: plugins:write' } })),
    );
    const { result } = renderHook(() => useModelList());
    await waitFor(() => expect(result.current.state.kind).toBe('failed'));
    expect(result.current.state).toEqual({ kind: 'failed', message: 'Permissions needed: plugins:write' });
    await act(async () => void (await result.current.change({ kind: 'put', model: saved })));
    expect(result.current.problem).toBe('Permissions needed: plugins:write');
  });
});
