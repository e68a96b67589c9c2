/** @jest-environment jsdom */
import '../testing/browser';

import { FieldType, getDefaultTimeRange, LoadingState, type DataQueryRequest, type DataSourceApi } from '@grafana/data';
import { lastValueFrom, NEVER, of, Subject, throwError, toArray, type Observable } from 'rxjs';

import type { WorkbenchBackend } from './backend';
import { createRunRequest } from './runRequest';

const range = { ...getDefaultTimeRange(), raw: { from: 'now-6h', to: 'now' } };
const request = { requestId: 'Q1', targets: [{ refId: 'A' }], range } as unknown as DataQueryRequest;
const frame = (name: string, dataTopic?: 'annotations') => ({
  name,
  length: 1,
  meta: { dataTopic },
  fields: [{ name: 'y', type: FieldType.number, config: {}, values: [1] }],
});
const answering = (answer: ReturnType<DataSourceApi['query']>) => ({ query: () => answer }) as unknown as DataSourceApi;

describe('createRunRequest()', () => {
  const cancel = jest.fn<void, [string]>();
  const runRequest = createRunRequest({ cancel } as unknown as WorkbenchBackend);

  beforeEach(() => {
    jest.useFakeTimers();
    cancel.mockClear();
  });
  afterEach(() => jest.useRealTimers());

  const all = (answer: Observable<never> | ReturnType<DataSourceApi['query']>) =>
    lastValueFrom(runRequest(answering(answer), request).pipe(toArray()));

  it('is done with nothing when there is nothing to ask', async () => {
    const data = await lastValueFrom(runRequest(answering(NEVER), { ...request, targets: [] }));
    expect(data).toMatchObject({ state: LoadingState.Done, series: [] });
  });

  it('takes a promise as well as an observable', async () => {
    const [data] = await all(Promise.resolve({ data: [frame('a')] }));
    expect(data).toMatchObject({ state: LoadingState.Done, series: [{ name: 'a' }] });
  });

  it('says Loading when nothing came for 200 ms, and not before', () => {
    const answer = new Subject<{ data: unknown[] }>();
    const states: LoadingState[] = [];
    runRequest(answering(answer), request).subscribe(({ state }) => states.push(state));
    jest.advanceTimersByTime(199);
    expect(states).toEqual([]);
    jest.advanceTimersByTime(1);
    answer.next({ data: [] });
    expect(states).toEqual([LoadingState.Loading, LoadingState.Done]);
  });

  it('replaces a packet by the next one of its key, and keeps the others', async () => {
    const packets = of(
      { key: '1', data: [frame('a')], state: LoadingState.Streaming },
      { key: '2', data: [frame('b')], state: LoadingState.Streaming },
      { key: '1', data: [frame('c')] },
    );
    const names = (await all(packets)).map(({ series }) => series.map(({ name }) => name));
    expect(names).toEqual([['a'], ['a', 'b'], ['c', 'b']]);
  });

  it('keeps annotation frames apart', async () => {
    const [data] = await all(of({ data: [frame('a'), frame('b', 'annotations')] }));
    expect(data.series.map(({ name }) => name)).toEqual(['a']);
    expect(data.annotations?.map(({ name }) => name)).toEqual(['b']);
  });

  it('leaves what is no frame as it is, such as the values of a variable', async () => {
    const [data] = await all(of({ data: [{ text: 'web-1', value: 'web-1' }] }));
    expect(data.series).toEqual([{ text: 'web-1', value: 'web-1' }]);
  });

  it('puts a failure into the data, beside what had come before', async () => {
    const [data] = await all(throwError(() => new Error('too many samples')));
    expect(data).toMatchObject({ state: LoadingState.Error, error: { message: 'too many samples' } });
  });

  it('cancels what is under way when nobody listens any more', () => {
    runRequest(answering(NEVER), request).subscribe().unsubscribe();
    expect(cancel).toHaveBeenCalledWith('Q1');
  });
});
