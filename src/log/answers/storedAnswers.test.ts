import type { AnnotationApi, StoredAnnotation } from '../annotations/annotationApi';

import { readAnswers, writeAnswer } from './storedAnswers';

const HOUR = 3_600_000;

/** Grafana's annotations of one panel. */
function grafana() {
  const kept = new Map<number, StoredAnnotation>();
  const api: AnnotationApi = {
    find: ({ tag, from, to }) =>
      Promise.resolve(
        [...kept.values()].filter(({ tags, time, timeEnd }) => tags.includes(tag) && timeEnd >= from && time <= to),
      ),
    create: ({ dashboard: _dashboard, panelId: _panelId, ...annotation }) => {
      kept.set(kept.size + 1, { ...annotation, id: kept.size + 1 });
      return Promise.resolve(kept.size);
    },
    change: (id, part) => {
      const before = kept.get(id);
      if (before !== undefined) {
        kept.set(id, { ...before, ...part });
      }
      return Promise.resolve();
    },
    remove: (id) => Promise.resolve(void kept.delete(id)),
  };
  return { api, kept };
}

const web = { dashboard: 'd', panelId: 1, series: 'web' };
const day = { start: 0, end: 24 * HOUR };

describe('writeAnswer', () => {
  it('stores an answer as an annotation with a label, which is read again', async () => {
    const { api, kept } = grafana();
    await writeAnswer(api, web, { start: HOUR, end: 2 * HOUR, isReal: true });
    expect([...kept.values()][0].tags).toEqual(expect.arrayContaining(['foreband', 'foreband-label:true']));
    expect(await readAnswers(api, web, day)).toEqual([{ start: HOUR, end: 2 * HOUR, isReal: true }]);
  });

  it('changes what was answered about the same incident before', async () => {
    const { api, kept } = grafana();
    await writeAnswer(api, web, { start: HOUR, end: 2 * HOUR, isReal: true });
    await writeAnswer(api, web, { start: HOUR, end: 3 * HOUR, isReal: false });
    expect(kept.size).toBe(1);
    expect((await readAnswers(api, web, day)).map(({ isReal }) => isReal)).toEqual([false]);
  });

  it('escapes what comes from data', async () => {
    const { api, kept } = grafana();
    await writeAnswer(api, { ...web, series: '<img src=x>' }, { start: 0, end: 1, isReal: true });
    expect([...kept.values()][0].text).not.toContain('<img');
  });
});

describe('readAnswers', () => {
  it('gives none of another series', async () => {
    const { api } = grafana();
    await writeAnswer(api, web, { start: HOUR, end: 2 * HOUR, isReal: true });
    expect(await readAnswers(api, { ...web, series: 'db' }, day)).toEqual([]);
  });
});
