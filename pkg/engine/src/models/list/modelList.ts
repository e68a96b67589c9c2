import { isRecord } from '../format/reading.js';
import { parseSavedModel } from '../format/parseSavedModel.js';
import type { SavedModel } from '../format/savedModel.js';
import { serializeSavedModel } from '../format/serializeSavedModel.js';

/** The list takes at most so many bytes of the app's settings: MySQL gives those 64 KiB, and others need some too. */
export const MAX_LIST_BYTES = 48_000;

/** Field of the app's `jsonData` that holds the list. */
const LIST_FIELD = 'models';

/** A model of the list that cannot be read; it stays as it is. */
export interface UnreadableModel {
  /** Its place in the list. */
  readonly index: number;
  readonly name: string;
  readonly message: string;
}

/** The app's list of models, as far as it can be read. */
export interface ModelList {
  readonly models: readonly SavedModel[];
  readonly unreadable: readonly UnreadableModel[];
  /** Size of the list, of at most `MAX_LIST_BYTES`. */
  readonly bytes: number;
}

/**
 * A change of the list. `known` is the model as its author saw it; undefined for one that is new. A model that has become
 * another one meanwhile is not overwritten.
 */
export type ListChange =
  | { readonly kind: 'put'; readonly model: SavedModel; readonly known?: SavedModel }
  | { readonly kind: 'remove'; readonly known: SavedModel };

/** Outcome of a change. */
export type Changed =
  | { readonly kind: 'changed'; readonly jsonData: Record<string, unknown> }
  /** Somebody has changed the model meanwhile (`theirs`), or removed it (undefined). */
  | { readonly kind: 'conflict'; readonly theirs?: SavedModel };

function listOf(jsonData: unknown): readonly unknown[] {
  const list = isRecord(jsonData) ? jsonData[LIST_FIELD] : undefined;
  return Array.isArray(list) ? list : [];
}

function bytesOf(list: readonly unknown[]): number {
  return list.length === 0 ? 0 : new Blob([JSON.stringify(list)]).size;
}

function nameOf(value: unknown): string {
  return isRecord(value) && typeof value.name === 'string' ? value.name : '';
}

/** Reads the list from the app's `jsonData`. One model that cannot be read hides no other. */
export function readModelList(jsonData: unknown): ModelList {
  const list = listOf(jsonData);
  const models: SavedModel[] = [];
  const unreadable: UnreadableModel[] = [];
  for (const [index, value] of list.entries()) {
    try {
      models.push(parseSavedModel(value));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      unreadable.push({ index, name: nameOf(value), message });
    }
  }
  return { models, unreadable, bytes: bytesOf(list) };
}

// As JSON with sorted fields: reading a model puts its fields into another order.
function textOf(model: SavedModel | undefined): string {
  return JSON.stringify(model, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function changedList(list: readonly unknown[], place: number, change: ListChange): readonly unknown[] {
  if (change.kind === 'remove') {
    return list.filter((_, index) => index !== place);
  }
  const plain: unknown = JSON.parse(serializeSavedModel(change.model));
  return place < 0 ? [...list, plain] : list.map((value, index) => (index === place ? plain : value));
}

function refuseTooLarge(list: readonly unknown[], before: readonly unknown[]): void {
  const bytes = bytesOf(list);
  if (bytes > MAX_LIST_BYTES && bytes > bytesOf(before)) {
    throw new RangeError(
      `The list is full: it would take ${(bytes / 1000).toFixed(1)} of ${MAX_LIST_BYTES / 1000} kB. Delete models that nobody needs, or save this one as a file.`,
    );
  }
}

/**
 * Changes one model of a list that has just been read again; all else in `jsonData` stays as it is, models that cannot be
 * read included.
 * @param isForced whether the change is made even though somebody has changed the model meanwhile.
 * @throws RangeError where the list would be too large.
 */
export function changeModelList(jsonData: unknown, change: ListChange, isForced = false): Changed {
  const list = listOf(jsonData);
  const { id } = change.kind === 'put' ? change.model : change.known;
  const place = list.findIndex((value) => isRecord(value) && value.id === id);
  const theirs = readModelList(jsonData).models.find((model) => model.id === id);
  if (!isForced && textOf(theirs) !== textOf(change.known)) {
    return { kind: 'conflict', theirs };
  }
  const next = changedList(list, place, change);
  refuseTooLarge(next, list);
  return { kind: 'changed', jsonData: { ...(isRecord(jsonData) ? jsonData : {}), [LIST_FIELD]: next } };
}
