import type { DetectedSeries } from '../detect/detectedSeries.js';
import { isStored } from '../fit/fittedModel.js';
import type { Note } from '../note.js';

import { bandNote } from './bandNote.js';
import { closedHoursNote } from './closedHoursNote.js';
import { periodNote } from './periodNote.js';
import { retentionNote, stepNote } from './sampleNotes.js';

/** What a note is about; the notes of several series about one thing are one note to the reader. */
export type ForecastNoteKind = 'step' | 'band' | 'period' | 'closedHours' | 'retention';

/** A note about the forecast of a series. */
export interface ForecastNote extends Note {
  readonly kind: ForecastNoteKind;
}

type NoteMaker = readonly [ForecastNoteKind, (detected: DetectedSeries) => Note | undefined];

const ofHistory: readonly NoteMaker[] = [
  ['step', stepNote],
  ['closedHours', closedHoursNote],
  ['retention', retentionNote],
];

function notesOf(makers: readonly NoteMaker[], detected: DetectedSeries): readonly ForecastNote[] {
  return makers.flatMap(([kind, make]) => {
    const note = make(detected);
    return note === undefined ? [] : [{ kind, ...note }];
  });
}

/**
 * What in its history makes the forecast of a series of little use, and what mends it. The same as long as the model is;
 * nothing for a model that was fitted before, whose samples are not here.
 * @param looksForPeriods whether another period is looked for, which takes 20,000 samples up to 40 ms.
 */
export function historyNotes(detected: DetectedSeries, looksForPeriods: boolean): readonly ForecastNote[] {
  const makers: readonly NoteMaker[] = looksForPeriods ? [...ofHistory, ['period', periodNote]] : ofHistory;
  return isStored(detected.fitted) ? [] : notesOf(makers, detected);
}

/** Whether the band of a series is of use at its threshold. */
export function bandNotes(detected: DetectedSeries): readonly ForecastNote[] {
  return notesOf([['band', bandNote]], detected);
}
