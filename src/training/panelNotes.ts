import type { Note } from 'foreband-engine';
import type { PanelData } from '@grafana/data';

import type { Outcomes, PlannedJob } from './detectionJobs';
import { forecastNotes } from './forecastNotes';
import type { SeriesInput } from './seriesInput';
import type { Training } from './trainingAnswer';

/** The sources of the notes. */
export interface NoteContext {
  readonly inputs: readonly SeriesInput[];
  readonly jobs: readonly PlannedJob[];
  readonly outcomes: Outcomes;
  readonly training: Training;
  readonly data: PanelData;
  /** Message about a setting out of its range. */
  readonly settingsProblem?: string;
  /** The engine that runs the model. */
  readonly backend?: 'wasm' | 'javascript';
  /** Why the engine did not start. */
  readonly engineProblem?: string;
  /** Whether the panel asks for a longer training window or another step than a Foreband query carries. */
  readonly wantsMoreThanCarried: boolean;
}

function warning(text: string): Note {
  return { severity: 'warning', text };
}

// What the reader has set wrong comes before anything the data may hold.
function mistake(text: string): Note {
  return { severity: 'error', text };
}

function info(text: string): Note {
  return { severity: 'info', text };
}

const rank: Readonly<Record<Note['severity'], number>> = { error: 0, warning: 1, info: 2 };

function queryNotes({ data, inputs }: NoteContext): Note[] {
  const messages = (data.errors ?? []).map(
    ({ message, data: body }) => message ?? body?.message ?? 'The query failed.',
  );
  const shown = inputs.length > 0 ? ' The samples shown are the last that arrived.' : '';
  return [...new Set(messages)].map((message) => ({ severity: 'error', text: `${message}${shown}` }));
}

// Grafana shows notices behind an icon of the panel's header; what they say of a standstill belongs in sight. That
// samples are simulated is said by the badge already.
function frameNotices({ data, inputs }: NoteContext): Note[] {
  const simulated = new Set(
    inputs.filter(({ carried }) => carried?.isSimulated === true).map(({ queried }) => queried.frame),
  );
  const notes = data.series.flatMap((frame) =>
    (frame.meta?.notices ?? []).map(({ text, severity }): Note =>
      simulated.has(frame) ? info(text) : { text, severity },
    ),
  );
  const worstLast = notes.sort((left, right) => rank[right.severity] - rank[left.severity]);
  return [...new Map(worstLast.map((note) => [note.text, note])).values()];
}

function engineNotes({ backend, engineProblem }: NoteContext): Note[] {
  if (engineProblem !== undefined) {
    return [
      {
        severity: 'error',
        text: `The model could not be started: ${engineProblem}. The samples are drawn without a band.`,
      },
    ];
  }
  return backend === 'javascript'
    ? [
        info(
          'This page refuses WebAssembly, so the model runs as JavaScript: the same results, two to three times slower.',
        ),
      ]
    : [];
}

// Where other series of the query do pair, a series without a counterpart is merely new.
function unpairedCount(jobs: readonly PlannedJob[], inputs: readonly SeriesInput[]): number {
  const refIds = new Map(inputs.map(({ key, queried }) => [key, queried.refId]));
  const paired = new Set(jobs.filter(({ history }) => history === 'asked').map(({ key }) => refIds.get(key)));
  return jobs.filter(({ key, history }) => history === 'unpaired' && !paired.has(refIds.get(key))).length;
}

function trainingNotes({ training, jobs, inputs }: NoteContext): Note[] {
  const notes: Note[] = [];
  if (training.kind === 'visibleOnly') {
    notes.push(warning(`Fitted to the visible range only, because ${training.reason}. Zooming changes the scores.`));
  }
  if (training.kind === 'ready' && training.remark !== undefined) {
    notes.push(warning(training.remark));
  }
  if (training.kind === 'failed') {
    notes.push(warning(`The training query failed: ${training.message} Fitted to the visible range instead.`));
  }
  const nUnpaired = unpairedCount(jobs, inputs);
  if (nUnpaired > 0) {
    notes.push(
      warning(
        `${nUnpaired} of ${inputs.length} series have no counterpart in the training data (a transformation changes them): fitted to the visible range only.`,
      ),
    );
  }
  return notes;
}

function frameNotes({ inputs, wantsMoreThanCarried }: NoteContext): Note[] {
  const notes: Note[] = [];
  if (inputs.some(({ source }) => source === 'drawn')) {
    notes.push(
      warning(
        'A transformation, or another panel, has removed what a refit needs: bands are drawn as the query made them, and the controls for threshold, interval, training and seasonality are off. Change them in the query.',
      ),
    );
  }
  if (wantsMoreThanCarried) {
    notes.push(
      info(
        'The training window and the step of a Foreband query are set in the query; here the window can only be shortened.',
      ),
    );
  }
  return notes;
}

// A problem of every series is the panel's problem; one host that has just appeared among many is good to know.
function outcomeNotes({ outcomes }: NoteContext): Note[] {
  const byMessage = new Map<string, Set<string>>();
  for (const outcome of outcomes.values()) {
    if (outcome.kind !== 'detected') {
      byMessage.set(outcome.message, (byMessage.get(outcome.message) ?? new Set()).add(outcome.series.name));
    }
  }
  const isPartial = [...outcomes.values()].some(({ kind }) => kind === 'detected');
  const commonFirst = [...byMessage].sort(([, left], [, right]) => right.size - left.size);
  return commonFirst.map(([message, affected]) => {
    const names = [...affected];
    const rest = names.length > 3 ? ` and ${names.length - 3} more` : '';
    const text = `${names.slice(0, 3).join(', ')}${rest}: ${message}`;
    return isPartial ? info(text) : warning(text);
  });
}

/** Everything the reader should know, worst first. */
export function panelNotes(context: NoteContext): Note[] {
  const { settingsProblem } = context;
  const notes = [
    ...queryNotes(context),
    ...frameNotices(context),
    ...(settingsProblem === undefined
      ? []
      : [mistake(`${settingsProblem}: the panel's settings are ignored until this one is corrected.`)]),
    ...outcomeNotes(context),
    ...forecastNotes(
      context.outcomes,
      context.inputs.every(({ source }) => source === 'query'),
    ),
    ...trainingNotes(context),
    ...engineNotes(context),
    ...frameNotes(context),
  ];
  return notes.sort((left, right) => rank[left.severity] - rank[right.severity]);
}
