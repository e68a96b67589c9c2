import type { AnomalyEntry } from 'foreband-engine';

import type { AnnotationApi, AnnotationQuery, NewAnnotation, StoredAnnotation } from './annotationApi';
import { FOREBAND_TAG, idTag, tagsOf, withSeverity } from './annotationTags';
import { annotationText } from './annotationText';

/** Writes anomalies as annotations, each once, however many browsers watch the same panel. */
export interface Annotator {
  /**
   * Writes what is new and ends what is over; what could not be written is tried again at the next call.
   * @throws what the api throws.
   */
  annotate(entries: readonly AnomalyEntry[]): Promise<void>;
}

export interface AnnotatorParts {
  readonly api: AnnotationApi;
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Browsers that see an anomaly at the same moment write at different ones. */
const MAX_WAIT_MS = 5000;

/** An annotation of what goes on is behind by less than this. */
const GROWTH_MS = 15 * 60_000;

/** Long enough for what another browser wrote at the very same moment to be found. */
const SETTLED_MS = 2000;

type Found = ReadonlyMap<string, readonly StoredAnnotation[]>;

function queryFor(entries: readonly AnomalyEntry[]): AnnotationQuery {
  const { dashboard, panelId } = entries[0].origin;
  const from = Math.min(...entries.map(({ time }) => time));
  const to = Math.max(...entries.map(({ end }) => end));
  return { dashboard, panelId, tag: FOREBAND_TAG, from, to };
}

/** Annotations by their id tag, those of one anomaly in the order of their ids. */
function byIdTag(annotations: readonly StoredAnnotation[], entries: readonly AnomalyEntry[]): Found {
  const inOrder = [...annotations].sort((left, right) => left.id - right.id);
  return new Map(entries.map((entry) => [idTag(entry), inOrder.filter(({ tags }) => tags.includes(idTag(entry)))]));
}

/** An anomaly as an annotation. */
export function newAnnotation(entry: AnomalyEntry): NewAnnotation {
  const { dashboard, panelId } = entry.origin;
  return {
    dashboard,
    panelId,
    time: entry.time,
    timeEnd: entry.end,
    tags: tagsOf(entry),
    text: annotationText(entry),
  };
}

// While it goes on, every browser would write at every refresh; colleagues need not know to the minute.
function isOutdated({ timeEnd, tags }: StoredAnnotation, { isOpen, end, severity }: AnomalyEntry): boolean {
  return end - timeEnd >= (isOpen ? GROWTH_MS : 1) || (!tags.includes(severity) && end >= timeEnd);
}

/**
 * Grafana's annotations have no unique key, so each carries a tag that follows from the anomaly. It is looked up, then
 * after a random wait once more, and only then written; where several browsers wrote nevertheless, the lowest id stays
 * and each deletes its own surplus.
 */
export function createAnnotator({ api, wait, random }: AnnotatorParts): Annotator {
  const pending = new Map<string, AnomalyEntry>();
  const own = new Set<number>();
  let last: Promise<void> = Promise.resolve();

  const look = async (entries: readonly AnomalyEntry[]) => byIdTag(await api.find(queryFor(entries)), entries);

  function hasWork(entry: AnomalyEntry, found: Found): boolean {
    const [kept] = found.get(idTag(entry)) ?? [];
    return kept === undefined || isOutdated(kept, entry);
  }

  async function write(entry: AnomalyEntry, found: Found): Promise<void> {
    const [kept] = found.get(idTag(entry)) ?? [];
    if (kept === undefined) {
      own.add(await api.create(newAnnotation(entry)));
    } else if (isOutdated(kept, entry)) {
      const tags = withSeverity(kept.tags, entry.severity);
      await api.change(kept.id, { timeEnd: entry.end, tags, text: annotationText(entry) });
    }
  }

  async function removeSurplus(found: Found): Promise<void> {
    for (const { id } of [...found.values()].flatMap(([, ...surplus]) => surplus)) {
      if (own.delete(id)) {
        await api.remove(id);
      }
    }
  }

  async function pass(): Promise<void> {
    const entries = [...pending.values()];
    if (entries.length === 0) {
      return;
    }
    const atFirst = await look(entries);
    const due = entries.filter((entry) => hasWork(entry, atFirst));
    if (due.length > 0) {
      await wait(random() * MAX_WAIT_MS);
      const then = await look(entries);
      for (const entry of due) {
        await write(entry, then);
      }
      await wait(SETTLED_MS);
    }
    await removeSurplus(due.length > 0 ? await look(entries) : atFirst);
    // What has changed meanwhile is another entry of the same key, and stays.
    entries.filter((entry) => pending.get(entry.key) === entry).forEach(({ key }) => pending.delete(key));
  }

  return {
    annotate(entries) {
      entries.forEach((entry) => pending.set(entry.key, entry));
      const turn = last.catch(() => undefined).then(pass);
      last = turn;
      return turn;
    },
  };
}
