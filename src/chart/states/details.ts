import { dateTimeFormat, formattedValueToString, type TimeZone } from '@grafana/data';

import { type DetectedSeries, isStored, type ModelOrigin } from 'foreband-engine';
import { exclusionText } from '../../settings/exclusionText';
import { intervalText } from '../../training/intervalText';
import type { ModelSeries, PanelModel } from '../model/panelModel';

import { adaptiveDetails } from './adaptiveDetails';

/** A line of the details: what, and how it is. */
export type Detail = readonly [name: string, value: string];

export interface SeriesDetailList {
  readonly name: string;
  readonly details: readonly Detail[];
}

const MAX_SERIES = 8;

type Format = (time: number) => string;

function seasonalityNames({ fitted }: DetectedSeries): string {
  const names = fitted.model.seasonalities.map(
    ({ name, fourierOrder, mode }) => `${name} (order ${fourierOrder}${mode === 'multiplicative' ? ', a share' : ''})`,
  );
  return names.length === 0 ? 'none' : names.join(', ');
}

const MOST_HOLIDAYS = 5;

function holidayDetails({ fitted }: DetectedSeries): Detail[] {
  const names = [...new Set(fitted.model.options.holidays.map(({ name }) => name))];
  const more = names.length > MOST_HOLIDAYS ? ` and ${names.length - MOST_HOLIDAYS} more` : '';
  return names.length === 0 ? [] : [['Holidays', `${names.slice(0, MOST_HOLIDAYS).join(', ')}${more}`]];
}

function growthDetails({ fitted }: DetectedSeries): Detail[] {
  const { options, scaling } = fitted.model;
  return options.growth === 'logistic' && scaling.cap !== null
    ? [['Growth', `logistic, between ${scaling.floor ?? 0} and ${scaling.cap}`]]
    : [];
}

// Only what is unusual.
function clockDetails({ fitted }: DetectedSeries): Detail[] {
  const { timeZone } = fitted.model.options;
  return timeZone === 'UTC' ? [] : [['Clock', timeZone]];
}

function intervalDetail({ settings, fitted: { intervalFactor } }: DetectedSeries): string {
  const { intervalWidth, thresholdMultiplier } = settings;
  const width = `${Math.round(intervalWidth * 1000) / 10}%`;
  const calibrated = intervalFactor > 1 ? `, widened ${intervalFactor.toFixed(2)} times to hold the history` : '';
  return `${width}${calibrated}, stretched by ${thresholdMultiplier}`;
}

// Only what happened: a setting that changed nothing is no news.
function exclusionDetails({ fitted: { nExcluded, settings, adaptive } }: DetectedSeries): Detail[] {
  const distance = settings.robustDeviations;
  return nExcluded === 0 || distance === null || adaptive !== null
    ? []
    : [['Excluded', `${nExcluded} ${nExcluded === 1 ? 'sample' : 'samples'}, more than ${distance} deviations away`]];
}

const MOST_RANGES = 5;

function rangeDetails({ settings: { exclusions, maintenance } }: DetectedSeries, format: Format): Detail[] {
  const windows = maintenance.split('\n').filter((line) => line.trim() !== '');
  const texts = exclusions.slice(0, MOST_RANGES).map((span) => exclusionText(span, format));
  const more = exclusions.length > MOST_RANGES ? ` and ${exclusions.length - MOST_RANGES} more` : '';
  return [
    ...(exclusions.length === 0 ? [] : [['Excluded ranges', `${texts.join('; ')}${more}`] as const]),
    ...(windows.length === 0 ? [] : [['Maintenance', windows.join('; ')] as const]),
  ];
}

const historyTexts = {
  carried: 'from the query',
  asked: 'fetched by this panel',
  visible: 'from the visible range',
  unpaired: 'from the visible range',
} as const;

const storedTexts: Readonly<Partial<Record<ModelOrigin, string>>> = {
  pinned: 'pinned',
  cached: 'stored in this browser',
  opened: 'opened',
};

function fitDetails({ fitted }: DetectedSeries, live: string, format: Format): Detail[] {
  const { origin, created, training, settings } = fitted;
  return [
    ['Fitted', isStored(fitted) ? `${storedTexts[origin]}, on ${format(created)}` : `live, ${live}`],
    ['History', `${format(training.start)} to ${format(training.end)}`],
    ['Samples', `${training.nSamples}, every ${intervalText(settings.stepMs)}`],
  ];
}

function valueText({ chart: { field } }: ModelSeries, value: number): string {
  return field?.display === undefined
    ? String(Number(value.toPrecision(3)))
    : formattedValueToString(field.display(value));
}

function detectedDetails(detected: DetectedSeries, series: ModelSeries, timeZone: TimeZone): Detail[] {
  const { remarks } = detected;
  const format = (time: number) => dateTimeFormat(time, { timeZone });
  return [
    ...fitDetails(detected, historyTexts[series.planned?.history ?? 'carried'], format),
    ...rangeDetails(detected, format),
    ...exclusionDetails(detected),
    ['Seasonalities', seasonalityNames(detected)],
    ...clockDetails(detected),
    ...holidayDetails(detected),
    ...growthDetails(detected),
    ...(detected.fitted.adaptive === null ? [['Interval', intervalDetail(detected)] as const] : []),
    ...adaptiveDetails(detected, { time: format, value: (value) => valueText(series, value) }),
    ['Model', detected.fitted.key],
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
      outcome.kind === 'detected' ? detectedDetails(outcome, series, timeZone) : [['Not scored', outcome.message]],
  };
}

/** The model of each of the first few series: what it was fitted to, and how. */
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

/** The panel's own requests to its data sources. */
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
