import type { AnomalyEntry } from 'foreband-engine';
import { anomaly } from '../../../pkg/engine/tests/log/entries';

import type { AnnotationApi, StoredAnnotation } from './annotationApi';
import { idTag, seriesTag } from './annotationTags';
import { createAnnotator } from './annotator';
import { handleIncident, handlingOf } from './handleIncident';

/** Grafana's annotations, in which nothing is unique but the id. */
function grafana() {
  const kept = new Map<number, StoredAnnotation & { readonly panelId: number }>();
  let lastId = 0;
  const calls: string[] = [];
  const api: AnnotationApi = {
    find: ({ tag, from, to, panelId }) => {
      calls.push('find');
      const found = [...kept.values()].filter(
        (one) => one.tags.includes(tag) && one.panelId === panelId && one.timeEnd >= from && one.time <= to,
      );
      return Promise.resolve(found);
    },
    create: (annotation) => {
      calls.push('create');
      lastId++;
      kept.set(lastId, { ...annotation, id: lastId });
      return Promise.resolve(lastId);
    },
    change: (id, part) => {
      calls.push('change');
      const known = kept.get(id);
      return known === undefined
        ? Promise.reject(new Error('Not found'))
        : Promise.resolve(void kept.set(id, { ...known, ...part }));
    },
    remove: (id) => {
      calls.push('remove');
      return Promise.resolve(void kept.delete(id));
    },
  };
  return { api, calls, annotations: () => [...kept.values()] };
}

/** Waits that end when the test's clock says so. */
function clock() {
  let now = 0;
  const waiting: Array<{ readonly until: number; readonly go: () => void }> = [];
  const settle = async () => {
    for (let turn = 0; turn < 50; turn++) {
      await Promise.resolve();
    }
  };
  return {
    wait: (ms: number) => new Promise<void>((go) => void waiting.push({ until: now + ms, go })),
    async passTo(time: number) {
      await settle();
      for (;;) {
        const due = waiting.filter(({ until }) => until <= time).sort((left, right) => left.until - right.until)[0];
        if (due === undefined) {
          break;
        }
        now = due.until;
        waiting.splice(waiting.indexOf(due), 1);
        due.go();
        await settle();
      }
      now = time;
    },
  };
}

const begun = anomaly(1_000_000);
const over: AnomalyEntry = { ...begun, end: 1_900_000, isOpen: false, severity: 'critical' };

describe('an annotator', () => {
  it('writes an anomaly as a region with its tags, after a random wait', async () => {
    const { api, annotations } = grafana();
    const { wait, passTo } = clock();
    const done = createAnnotator({ api, wait, random: () => 0.5 }).annotate([begun]);
    await passTo(2499);
    expect(annotations()).toEqual([]);
    await passTo(10_000);
    await done;
    const tags = ['foreband', 'high', idTag(begun), seriesTag(begun.origin)];
    expect(annotations()).toMatchObject([{ time: 1_000_000, timeEnd: 1_000_000, tags, dashboard: 'cpu', panelId: 1 }]);
    expect(annotations()[0].text).toContain('web-1 {instance=&quot;web-1:9100&quot;}');
  });

  it('writes none that is there already', async () => {
    const { api, calls } = grafana();
    const { wait, passTo } = clock();
    const write = () => createAnnotator({ api, wait, random: () => 0 }).annotate([begun]);
    void write();
    await passTo(10_000);
    await write();
    expect(calls.filter((call) => call === 'create')).toHaveLength(1);
  });

  it.each([
    ['at different moments', 0.1, 0.9],
    ['at the very same moment', 0.4, 0.4],
  ])('leaves one annotation where two browsers would write %s', async (_when, one, other) => {
    const { api, annotations } = grafana();
    const { wait, passTo } = clock();
    const browsers = [one, other].map((value) => createAnnotator({ api, wait, random: () => value }));
    const done = Promise.all(browsers.map((browser) => browser.annotate([begun])));
    await passTo(20_000);
    await done;
    expect(annotations().map(({ id }) => id)).toEqual([1]);
  });

  it('ends an anomaly with a change of what is there, keeps its label, and does so once', async () => {
    const { api, annotations, calls } = grafana();
    const { wait, passTo } = clock();
    const annotator = createAnnotator({ api, wait, random: () => 0 });
    void annotator.annotate([begun]);
    await passTo(10_000);
    await handleIncident(api, begun, { isReal: true, acknowledgedBy: 'anna' });
    void annotator.annotate([over]);
    await passTo(20_000);
    expect(annotations()).toMatchObject([{ id: 1, time: 1_000_000, timeEnd: 1_900_000 }]);
    expect([...annotations()[0].tags].sort()).toEqual(
      [
        'critical',
        'foreband',
        idTag(begun),
        seriesTag(begun.origin),
        'foreband-label:true',
        'foreband-acknowledged:anna',
      ].sort(),
    );
    const nChanges = () => calls.filter((call) => call === 'change').length;
    expect(nChanges()).toBe(2);
    void annotator.annotate([over]);
    await passTo(30_000);
    expect(nChanges()).toBe(2);
  });

  it('tries again at the next call what Grafana did not take, and asks for nothing once all is written', async () => {
    const { api, annotations, calls } = grafana();
    const { wait, passTo } = clock();
    const create = jest.spyOn(api, 'create').mockRejectedValueOnce(new Error('Forbidden'));
    const annotator = createAnnotator({ api, wait, random: () => 0 });
    const first = annotator.annotate([begun]);
    const failed = expect(first).rejects.toThrow('Forbidden');
    await passTo(10_000);
    await failed;
    void annotator.annotate([]);
    await passTo(20_000);
    expect(annotations()).toHaveLength(1);
    expect(create).toHaveBeenCalledTimes(2);
    const before = calls.length;
    await annotator.annotate([]);
    expect(calls).toHaveLength(before);
  });
});

describe('handleIncident', () => {
  it('says so on the annotation that is there, and changes its mind', async () => {
    const { api, annotations } = grafana();
    await handleIncident(api, begun, { isReal: true, peakMultiplier: 2.83 });
    expect(annotations()).toHaveLength(1);
    expect(handlingOf(annotations(), begun)).toEqual({ isReal: true, peakMultiplier: 2.83 });
    await handleIncident(api, begun, { isReal: false });
    expect(annotations()).toHaveLength(1);
    expect(handlingOf(annotations(), begun)).toEqual({ isReal: false, peakMultiplier: 2.83 });
    expect(annotations()[0].tags.filter((tag) => tag.startsWith('foreband-label'))).toEqual(['foreband-label:false']);
  });

  it('acknowledges and snoozes beside a label, and takes back what is undefined', async () => {
    const { api, annotations } = grafana();
    const until = Date.UTC(2026, 2, 3, 10);
    await handleIncident(api, begun, { isReal: true });
    await handleIncident(api, begun, { acknowledgedBy: 'anna', snoozedUntil: until });
    expect(handlingOf(annotations(), begun)).toEqual({ isReal: true, acknowledgedBy: 'anna', snoozedUntil: until });
    expect(annotations()[0].tags).toContain('foreband-snoozed:2026-03-03T10:00:00.000Z');
    await handleIncident(api, begun, { acknowledgedBy: undefined, snoozedUntil: undefined });
    expect(handlingOf(annotations(), begun)).toEqual({ isReal: true });
  });

  it('finds an incident of the same series whose beginning has moved, and no other', async () => {
    const { api, annotations } = grafana();
    await handleIncident(api, over, { isReal: true });
    const moved = anomaly(1_300_000, { end: 2_000_000 });
    const later = anomaly(2_300_000);
    const ofOthers = anomaly(1_300_000, { origin: { ...begun.origin, labels: { instance: 'web-2:9100' } } });
    expect(handlingOf(annotations(), moved)).toEqual({ isReal: true });
    expect(handlingOf(annotations(), later)).toBeUndefined();
    expect(handlingOf(annotations(), ofOthers)).toBeUndefined();
    await handleIncident(api, moved, { isReal: false });
    expect(annotations()).toHaveLength(1);
  });
});
