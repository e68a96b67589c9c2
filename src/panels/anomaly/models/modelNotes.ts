import type { Note, ReadPins } from 'foreband-engine';

import type { SeriesEntry } from './seriesModels';

const MAX_NAMES = 3;

function namesOf(entries: readonly SeriesEntry[]): string {
  const shown = entries.slice(0, MAX_NAMES).map(({ name }) => name);
  const nMore = entries.length - shown.length;
  return `${shown.join(', ')}${nMore > 0 ? ` and ${nMore} more` : ''}`;
}

// A remark on many series is made once, with their names.
function grouped(entries: readonly SeriesEntry[], textOf: (entry: SeriesEntry) => string | undefined) {
  const texts = new Set(entries.map(textOf).filter((text) => text !== undefined && text !== ''));
  return [...texts].map((text) => ({ text, names: namesOf(entries.filter((entry) => textOf(entry) === text)) }));
}

function problemNotes(entries: readonly SeriesEntry[]): Note[] {
  return grouped(entries, ({ problem }) => problem).map(({ text, names }) => ({
    severity: 'warning',
    text: `${names}: the pinned model cannot be used, so the series is fitted live. ${text} Unpin it, or pin a new one, in the panel's options under Saved models.`,
  }));
}

function staleNotes(entries: readonly SeriesEntry[]): Note[] {
  return grouped(entries, ({ staleText }) => staleText).map(({ text, names }) => ({
    severity: 'info',
    text: `${names}: the model is stale: ${text}.`,
  }));
}

function liveNotes(entries: readonly SeriesEntry[], { models }: ReadPins): Note[] {
  if (models.size === 0) {
    return [];
  }
  const unpinned = entries.filter(({ isPinned, canFit }) => !isPinned && canFit);
  const replaced = entries.filter(
    ({ isPinned, canFit, problem, origin }) => isPinned && canFit && problem === undefined && origin !== 'pinned',
  );
  const notes: Note[] = [];
  if (unpinned.length > 0) {
    notes.push({ severity: 'info', text: `${namesOf(unpinned)}: no model is pinned, so the series is fitted live.` });
  }
  if (replaced.length > 0) {
    notes.push({
      severity: 'info',
      text: `${namesOf(replaced)}: refitted, as the option Retrain says; the pinned model is older.`,
    });
  }
  return notes;
}

/** Remarks on the panel's saved models. */
export function modelNotes(entries: readonly SeriesEntry[], pins: ReadPins, cacheProblem: string | undefined): Note[] {
  const blocked: Note[] =
    cacheProblem === undefined
      ? []
      : [{ severity: 'info', text: `This browser stores no models (${cacheProblem}): they are fitted on every load.` }];
  return [...problemNotes(entries), ...staleNotes(entries), ...liveNotes(entries, pins), ...blocked];
}
