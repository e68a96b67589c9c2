import { createAnnotationApi } from './annotationApi';
import { aCall } from './testing/aCall';
import { bodyOf } from './testing/bodyOf';
import { inMemory } from './testing/inMemory';

const region = { dashboardUID: 'cpu', panelId: 1, time: 1000, timeEnd: 2000, text: 'spike', tags: ['foreband'] };
const all = '/api/annotations';
const post = (json: unknown) => aCall(all, { method: 'POST', role: 'Editor', json });

describe('createAnnotationApi()', () => {
  it('numbers annotations, and never recognizes one as the same', async () => {
    const api = createAnnotationApi(inMemory());
    expect(await bodyOf(api, post(region))).toEqual({ status: 200, body: { id: 1, message: 'Annotation added' } });
    expect(await bodyOf(api, post(region))).toMatchObject({ body: { id: 2 } });
  });

  it('takes a missing end for a point in time', async () => {
    const api = createAnnotationApi(inMemory());
    await api(post({ ...region, timeEnd: undefined }));
    expect(await bodyOf(api, aCall('/api/annotations/1'))).toMatchObject({ body: { time: 1000, timeEnd: 1000 } });
  });

  it.each([
    ['from=1500&to=3000', 1],
    ['from=2001&to=3000', 0],
    ['from=0&to=999', 0],
    ['tags=foreband', 1],
    ['tags=foreband&tags=other', 0],
    ['dashboardUID=cpu', 1],
    ['dashboardUID=other', 0],
    ['panelId=1', 1],
    ['panelId=2', 0],
  ])('finds by %s: %d', async (query, n) => {
    const api = createAnnotationApi(inMemory());
    await api(post(region));
    expect((await bodyOf(api, aCall(`${all}?${query}`))).body).toHaveLength(n);
  });

  it('answers the newest 100 unless told otherwise', async () => {
    const api = createAnnotationApi(inMemory());
    for (let index = 0; index < 120; index++) {
      await api(post({ ...region, time: index, timeEnd: index }));
    }
    const { body } = await bodyOf(api, aCall(all));
    expect(body).toHaveLength(100);
    expect(body).toMatchObject({ 0: { time: 119 } });
    expect((await bodyOf(api, aCall(`${all}?limit=5`))).body).toHaveLength(5);
  });

  it('patches what is given and keeps the rest', async () => {
    const api = createAnnotationApi(inMemory());
    await api(post(region));
    await api(aCall('/api/annotations/1', { method: 'PATCH', role: 'Editor', json: { text: 'dip' } }));
    expect(await bodyOf(api, aCall('/api/annotations/1'))).toMatchObject({ body: { ...region, text: 'dip' } });
  });

  it('deletes by id', async () => {
    const api = createAnnotationApi(inMemory());
    await api(post(region));
    await api(aCall('/api/annotations/1', { method: 'DELETE', role: 'Editor' }));
    expect(await bodyOf(api, aCall('/api/annotations/1'))).toMatchObject({ status: 404 });
  });

  it('lets Viewers read and not write', async () => {
    const api = createAnnotationApi(inMemory());
    expect(await bodyOf(api, aCall(all, { role: 'Viewer' }))).toEqual({ status: 200, body: [] });
    expect(await bodyOf(api, aCall(all, { method: 'POST', role: 'Viewer', json: region }))).toMatchObject({
      status: 403,
    });
  });

  it('refuses an empty text and a tag of more than 100 characters', async () => {
    const api = createAnnotationApi(inMemory());
    expect(await bodyOf(api, post({ ...region, text: '' }))).toMatchObject({ status: 400 });
    expect(await bodyOf(api, post({ ...region, tags: ['x'.repeat(101)] }))).toMatchObject({ status: 400 });
  });
});
