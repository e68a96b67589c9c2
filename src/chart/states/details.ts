import { dateTimeFormat, type TimeZone } from '@grafana/data';

import { type DetectedSeries, modelFingerprint } from 'foreband-engine';
import { intervalText } from '../../training/intervalText';
import type { ModelSeries, PanelModel } from '../model/panelModel';

/** A line of the details: what, and how it is. */
export type Detail = readonly [name: string, value: string];

/** The details of one series. */
export interface SeriesDetailList {
  readonly name: string;
  readonly details: readonly Detail[];
}

const MAX_SERIES = 8;

function seasonalityNames({ model }: DetectedSeries): string {
  const names = model.seasonalities.map(
    ({ name, fourierOrder, mode }) => `${name} (order ${fourierOrder}${mode === 'multiplicative' ? ', a share' : ''})`,
  );
  return names.length === 0 ? 'none' : names.join(', ');
}

const MOST_HOLIDAYS = 5;

function holidayDetails({ model }: DetectedSeries): Detail[] {
  const names = [...new Set(model.options.holidays.map(({ name }) => name))];
  const more = names.length > MOST_HOLIDAYS ? ` and ${names.length - MOST_HOLIDAYS} more` : '';
  return names.length === 0 ? [] : [['Holidays', `${names.slice(0, MOST_HOLIDAYS).join(', ')}${more}`]];
}

function growthDetails({ model }: DetectedSeries): Detail[] {
  const { options, scaling } = model;
  return options.growth === 'logistic' && scaling.cap !== null
    ? [['Growth', `logistic, between ${scaling.floor ?? 0} and ${scaling.cap}`]]
    : [];
}

// Only what is unusual.
function clockDetails({ model }: DetectedSeries): Detail[] {
  const { timeZone } = model.options;
  return timeZone === 'UTC' ? [] : [['Clock', timeZone]];
}

function intervalDetail({ settings, intervalFactor }: DetectedSeries): string {
  const { intervalWidth, thresholdMultiplier } = settings;
  const width = `${Math.round(intervalWidth * 1000) / 10} %`;
  const calibrated = intervalFactor > 1 ? `, widened ${intervalFactor.toFixed(2)} times to hold the history` : '';
  return `${width}${calibrated}, stretched by ${thresholdMultiplier}`;
}

// Only what happened: a setting that changed nothing is no news.
function leftOutDetails({ nLeftOut, settings }: DetectedSeries): Detail[] {
  const distance = settings.robustDeviations;
  return nLeftOut === 0 || distance === null
    ? []
    : [['Left out', `${nLeftOut} ${nLeftOut === 1 ? 'reading' : 'readings'}, more than ${distance} deviations away`]];
}

function finiteRows(values: Float64Array): number {
  return values.reduce((count, value) => (Number.isFinite(value) ? count + 1 : count), 0);
}

const learningTexts = {
  carried: 'from the query',
  asked: 'fetched by this panel',
  visible: 'from the visible range',
  unpaired: 'from the visible range',
} as const;

const originTexts = { pinned: 'pinned', cached: 'kept in this browser' } as const;

type Format = (time: number) => string;

// A model that was learnt before has a history of its own, whatever readings are at hand.
function learntDetails({ ready, model, training, settings }: DetectedSeries, live: string, format: Format): Detail[] {
  const readings = (count: number) => `${count}, every ${intervalText(settings.stepMs)}`;
  if (ready !== undefined) {
    const { start, end, count } = model.history;
    return [
      ['Learnt', `${originTexts[ready.origin]}, on ${format(ready.created)}`],
      ['History', `${format(start)} to ${format(end)}`],
      ['Readings', readings(count)],
    ];
  }
  const [first] = training.time;
  const last = training.time.at(-1);
  const history: Detail[] =
    first === undefined || last === undefined ? [] : [['History', `${format(first)} to ${format(last)}`]];
  return [['Learnt', `live, ${live}`], ...history, ['Readings', readings(finiteRows(training.y))]];
}

function detectedDetails(detected: DetectedSeries, series: ModelSeries, timeZone: TimeZone): Detail[] {
  const { remarks } = detected;
  const format = (time: number) => dateTimeFormat(time, { timeZone });
  return [
    ...learntDetails(detected, learningTexts[series.planned?.learning ?? 'carried'], format),
    ...leftOutDetails(detected),
    ['Patterns', seasonalityNames(detected)],
    ...clockDetails(detected),
    ...holidayDetails(detected),
    ...growthDetails(detected),
    ['Interval', intervalDetail(detected)],
    ['Model', modelFingerprint(detected)],
    ...remarks.map((remark): Detail => ['Remark', remark]),
  ];
}

function seriesDetails(series: ModelSeries, timeZone: TimeZone): SeriesDetailList {
  const { outcome, chart } = series;
  if (outcome === undefined) {
    return { name: chart.name, details: [] };
  }
  return {
    name: chart.name,
    details:
      outcome.kind === 'detected' ? detectedDetails(outcome, series, timeZone) : [['Not judged', outcome.message]],
  };
}

/** What each of the first few series was learnt from, and how. */
export function seriesDetailLists(
  model: Pick<PanelModel, 'series'>,
  timeZone: TimeZone,
): {
  readonly lists: readonly SeriesDetailList[];
  readonly nMore: number;
} {
  const shown = model.series.filter(({ chart, outcome }) => !chart.isHidden && outcome !== undefined);
  return {
    lists: shown.slice(0, MAX_SERIES).map((series) => seriesDetails(series, timeZone)),
    nMore: Math.max(0, shown.length - MAX_SERIES),
  };
}

/** What the panel asked its data sources for, on its own account. */
export function requestDetails({ training }: PanelModel, timeZone: TimeZone): Detail[] {
  if (training.kind !== 'ready') {
    return [];
  }
  const { dataSources, refIds, span, stepMs, nRequests } = training.answer.askedFor;
  const format = (time: number) => dateTimeFormat(time, { timeZone });
  return [
    ['Data source', dataSources.join(', ')],
    ['Queries', refIds.join(', ')],
    ['Range', `${format(span.start)} to ${format(span.end)}`],
    ['Step asked for', intervalText(stepMs)],
    ['Requests so far', String(nRequests)],
  ];
}
