import { dateTimeFormat, type TimeZone } from '@grafana/data';
import type { ReadPins, ReadyModel, SavedModel } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';

import type { StaleSeries } from './staleSeries';

/** One series of the panel, or one that only has a pinned model, as a reader sees it in a list. */
export interface SeriesEntry {
  readonly key: string;
  readonly name: string;
  readonly isPinned: boolean;
  /** Whether it can be learnt now, and so pinned. */
  readonly canLearn: boolean;
  /** Which model it is judged with, or why with none. */
  readonly text: string;
  /** Why the model it is judged with should be learnt anew; empty where it need not. */
  readonly staleText: string;
  /** Where that model is kept; undefined where the series is learnt live, or not at all. */
  readonly origin?: ReadyModel['origin'];
  /** Why the pinned model cannot be used. */
  readonly problem?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Grafana's unit of the readings; null where none is set. */
  readonly unit: string | null;
}

/** What the entries are made of besides the series. */
export interface EntryContext {
  readonly pins: ReadPins;
  readonly stale: StaleSeries;
  readonly timeZone: TimeZone;
}

function liveText({ outcome, planned }: ModelSeries): string {
  if (outcome === undefined) {
    return 'Being learnt.';
  }
  if (outcome.kind !== 'detected') {
    return outcome.message;
  }
  return planned === undefined ? 'Learnt live, by the query.' : 'Learnt live.';
}

function readyText({ created, origin }: ReadyModel, timeZone: TimeZone): string {
  const learnt = `learnt ${dateTimeFormat(created, { timeZone })}`;
  return origin === 'pinned' ? `Pinned, ${learnt}.` : `Kept in this browser, ${learnt}.`;
}

// A model that the policy has replaced is still pinned.
function olderText(pinned: SavedModel | undefined, ready: ReadyModel | undefined, timeZone: TimeZone): string {
  return pinned === undefined || ready?.origin === 'pinned'
    ? ''
    : ` The pinned model is older, of ${dateTimeFormat(pinned.created, { timeZone })}.`;
}

function seenEntry(series: ModelSeries, { pins, stale, timeZone }: EntryContext): SeriesEntry {
  const { outcome, chart } = series;
  const { key, name, field } = chart;
  const problem = pins.problems.find((one) => one.key === key)?.message;
  const pinned = pins.models.get(key);
  const ready = outcome?.kind === 'detected' ? outcome.ready : undefined;
  const text = ready === undefined ? liveText(series) : readyText(ready, timeZone);
  return {
    key,
    name,
    isPinned: problem !== undefined || pinned !== undefined,
    canLearn: outcome?.kind === 'detected',
    text: `${text}${olderText(pinned, ready, timeZone)}`,
    staleText: (stale.get(key) ?? []).map((reason) => reason.text).join('; '),
    origin: ready?.origin,
    problem,
    labels: field.labels ?? {},
    unit: field.config.unit ?? null,
  };
}

function unseenEntries(seen: ReadonlySet<string>, { models, problems }: ReadPins): readonly SeriesEntry[] {
  const text = 'Pinned; no such series is shown at present.';
  const base = { isPinned: true, canLearn: false, staleText: '', text, labels: {}, unit: null };
  const usable = [...models].map(([key, { series }]): SeriesEntry => ({ ...base, key, name: series.name }));
  const others = problems.map(({ key, message }): SeriesEntry => ({ ...base, key, name: key, problem: message }));
  return [...usable, ...others].filter(({ key }) => !seen.has(key));
}

/** Every series with the model it is judged with, then pinned models without a series. */
export function seriesEntries(series: readonly ModelSeries[], context: EntryContext): readonly SeriesEntry[] {
  const seen = series.map((one) => seenEntry(one, context));
  return [...seen, ...unseenEntries(new Set(seen.map(({ key }) => key)), context.pins)];
}
