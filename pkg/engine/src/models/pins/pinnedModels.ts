import { parseSavedModel } from '../format/parseSavedModel.js';
import type { SavedModel } from '../format/savedModel.js';
import { serializeSavedModel } from '../format/serializeSavedModel.js';

/**
 * Models as a panel's options hold them, by the key of their series; undefined where none is pinned. Unread: a dashboard
 * may bring anything.
 */
export type PinnedModels = Readonly<Record<string, unknown>>;

/** A panel holds at most so many models. */
const MAX_PINNED = 50;

/** The models of a panel take at most so many bytes of its dashboard. */
const MAX_PINNED_BYTES = 200_000;

/** A pinned model that cannot be used, and why. */
export interface PinProblem {
  readonly key: string;
  readonly message: string;
}

/** The pinned models of a panel as far as they can be read. */
export interface ReadPins {
  readonly models: ReadonlyMap<string, SavedModel>;
  readonly problems: readonly PinProblem[];
}

const NO_PINS: ReadPins = { models: new Map(), problems: [] };

function pinnedEntries(pinned: PinnedModels): ReadonlyArray<readonly [string, unknown]> {
  return Object.entries(pinned).filter(([, model]) => model !== undefined && model !== null);
}

/** Reads what a panel's options hold. What cannot be read is a problem to be told, never an exception. */
export function readPins(pinned: PinnedModels): ReadPins {
  const entries = pinnedEntries(pinned);
  if (entries.length === 0) {
    return NO_PINS;
  }
  const models = new Map<string, SavedModel>();
  const problems: PinProblem[] = [];
  for (const [key, value] of entries) {
    try {
      models.set(key, parseSavedModel(value, 'pinned'));
    } catch (error) {
      problems.push({ key, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { models, problems };
}

function bytesOf(pinned: PinnedModels): number {
  return new Blob([JSON.stringify(pinned)]).size;
}

/**
 * Pins models beside those that are pinned; one of the same series is replaced.
 * @throws RangeError where that would be more than 50 models or 200 kB, with what to do.
 */
export function pin(pinned: PinnedModels, models: ReadonlyMap<string, SavedModel>): PinnedModels {
  const plain = [...models].map(([key, model]): [string, unknown] => [key, JSON.parse(serializeSavedModel(model))]);
  const next = { ...pinned, ...Object.fromEntries(plain) };
  const count = pinnedEntries(next).length;
  if (count > MAX_PINNED) {
    throw new RangeError(
      `Not pinned: ${count} models (a panel holds at most ${MAX_PINNED}). Unpin some, show fewer series, or pin them one by one.`,
    );
  }
  const bytes = bytesOf(next);
  if (bytes > MAX_PINNED_BYTES) {
    throw new RangeError(
      `Not pinned: ${Math.ceil(bytes / 1000)} kB of models (a panel holds at most ${MAX_PINNED_BYTES / 1000} kB). Unpin some, or pin them one by one.`,
    );
  }
  return next;
}

/**
 * Unpins the models of these series. Their keys stay, without a model: outside the panel editor Grafana merges
 * changed options into the old ones, and would bring back whatever is missing.
 */
export function unpin(pinned: PinnedModels, keys: readonly string[]): PinnedModels {
  return { ...pinned, ...Object.fromEntries(keys.map((key) => [key, undefined])) };
}
