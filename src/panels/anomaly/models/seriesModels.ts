import { dateTimeFormat, type TimeZone } from '@grafana/data';
import { numberText } from 'foreband-detector';
import { type FittedModel, isStored, type ModelOrigin, type ReadPins, type SavedModel } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';

import type { StaleSeries } from './staleSeries';

/** One series of the panel, or one that only has a pinned model, as a reader sees it in a list. */
export interface SeriesEntry {
  readonly key: string;
  readonly name: string;
  readonly isPinned: boolean;
  /** Whether it can be fitted now, and so pinned. */
  readonly canFit: boolean;
  /** Which model it is scored with, or why with none. */
  readonly text: string;
  /** Why the model it is scored with should be refitted; empty where it need not. */
  readonly staleText: string;
  /** Where that model comes from; undefined where there is none. */
  readonly origin?: ModelOrigin;
  /** The threshold multiplier that its pinned model was saved with; undefined where it is not scored with that. */
  readonly pinnedThreshold?: number;
  /** Why the pinned model cannot be used. */
  readonly problem?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Grafana's unit of the samples; null where none is set. */
  readonly unit: string | null;
}

/** Parts of the entries besides the series. */
export interface EntryContext {
  readonly pins: ReadPins;
  readonly stale: StaleSeries;
  readonly timeZone: TimeZone;
}

function liveText({ outcome, planned }: ModelSeries): string {
  if (outcome === undefined) {
    return 'Being fitted.';
  }
  if (outcome.kind !== 'detected') {
    return outcome.message;
  }
  return planned === undefined ? 'Fitted live, by the query.' : 'Fitted live.';
}

// A model that the policy has replaced is still pinned.
function olderText(pinned: SavedModel | undefined, timeZone: TimeZone): string {
  return pinned === undefined ? '' : ` The pinned model is older, of ${dateTimeFormat(pinned.created, { timeZone })}.`;
}

function modelText(series: ModelSeries, pinned: SavedModel | undefined, timeZone: TimeZone): string {
  const fitted = fittedOf(series);
  if (fitted === undefined || !isStored(fitted)) {
    return `${liveText(series)}${olderText(pinned, timeZone)}`;
  }
  const date = dateTimeFormat(fitted.created, { timeZone });
  return fitted.origin === 'pinned' && pinned !== undefined
    ? `Pinned, fitted ${date}, threshold ${numberText(pinned.settings.thresholdMultiplier)}.`
    : `Stored in this browser, fitted ${date}.${olderText(pinned, timeZone)}`;
}

function fittedOf({ outcome }: ModelSeries): FittedModel | undefined {
  return outcome?.kind === 'detected' ? outcome.fitted : undefined;
}

function seenEntry(series: ModelSeries, { pins, stale, timeZone }: EntryContext): SeriesEntry {
  const { key, name, field } = series.chart;
  const problem = pins.problems.find((one) => one.key === key)?.message;
  const pinned = pins.models.get(key);
  const origin = fittedOf(series)?.origin;
  return {
    key,
    name,
    isPinned: problem !== undefined || pinned !== undefined,
    canFit: origin !== undefined,
    text: modelText(series, pinned, timeZone),
    staleText: (stale.get(key) ?? []).map((reason) => reason.text).join('; '),
    origin,
    pinnedThreshold: origin === 'pinned' ? pinned?.settings.thresholdMultiplier : undefined,
    problem,
    labels: field.labels ?? {},
    unit: field.config.unit ?? null,
  };
}

function unseenEntries(seen: ReadonlySet<string>, { models, problems }: ReadPins): readonly SeriesEntry[] {
  const text = 'Pinned; the series is not shown at the moment.';
  const base = { isPinned: true, canFit: false, staleText: '', text, labels: {}, unit: null };
  const usable = [...models].map(([key, { series }]): SeriesEntry => ({ ...base, key, name: series.name }));
  const others = problems.map(({ key, message }): SeriesEntry => ({ ...base, key, name: key, problem: message }));
  return [...usable, ...others].filter(({ key }) => !seen.has(key));
}

/** Every series with the model it is scored with, then pinned models without a series. */
export function seriesEntries(series: readonly ModelSeries[], context: EntryContext): readonly SeriesEntry[] {
  const seen = series.map((one) => seenEntry(one, context));
  return [...seen, ...unseenEntries(new Set(seen.map(({ key }) => key)), context.pins)];
}
