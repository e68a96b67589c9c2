import {
  bandNotes,
  historyNotes,
  type DetectedSeries,
  type FittedModel,
  type ForecastNote,
  type ForecastNoteKind,
  type Note,
} from 'foreband-engine';

import type { Outcomes } from './detectionJobs';

/** The first series speak for all: what ails a query ails most of its series. */
const MOST_SERIES = 20;

interface Known {
  readonly key: string;
  readonly notes: readonly ForecastNote[];
}

// A model stays the same while only its threshold moves.
const ofModels = new WeakMap<FittedModel, Known>();

function ofModel(detected: DetectedSeries, isFirst: boolean): readonly ForecastNote[] {
  const { fitted, settings } = detected;
  // The same samples may have been asked for in another way.
  const key = JSON.stringify([settings.stepMs, settings.trainingWindowMs, settings.cycleMs, isFirst]);
  const known = ofModels.get(fitted);
  if (known?.key === key) {
    return known.notes;
  }
  const notes = historyNotes(detected, isFirst);
  ofModels.set(fitted, { key, notes });
  return notes;
}

/**
 * What makes the forecasts of little use, each thing once: in the words of the first series it is true of.
 * @param canSetStep whether the panel decides on which step it asks.
 */
export function forecastNotes(outcomes: Outcomes, canSetStep: boolean): Note[] {
  const detected = [...outcomes.values()]
    .filter((outcome): outcome is DetectedSeries => outcome.kind === 'detected')
    .slice(0, MOST_SERIES);
  const byKind = new Map<ForecastNoteKind, { readonly note: ForecastNote; readonly names: string[] }>();
  detected.forEach((one, index) => {
    for (const note of [...ofModel(one, index === 0), ...bandNotes(one)]) {
      const known = byKind.get(note.kind);
      if (known === undefined) {
        byKind.set(note.kind, { note, names: [one.series.name] });
      } else {
        known.names.push(one.series.name);
      }
    }
  });
  const isWide = byKind.has('band');
  return [...byKind.values()].map(({ note: { kind, text, mend, ...note }, names }) => {
    // A cycle that the model lacks is what makes such a band wide, and comes before it.
    const severity = kind === 'period' && isWide ? 'warning' : note.severity;
    const rest = names.length > 1 ? ` and ${names.length - 1} more` : '';
    const named = outcomes.size > 1 ? `${names[0]}${rest}: ${text}` : text;
    return { severity, text: named, ...(mend === undefined || (kind === 'step' && !canSetStep) ? {} : { mend }) };
  });
}
