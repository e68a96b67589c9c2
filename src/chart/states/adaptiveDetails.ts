import { adaptiveParameters } from 'foreband-detector';
import { listRecurring, stepSizes, type RecurringTime } from 'prophet-wasm';
import type { DetectedSeries } from 'foreband-engine';

import type { Detail } from './details';

/** How times and values are written. */
export interface DetailFormat {
  /** Epoch ms as date and time. */
  readonly time: (time: number) => string;
  /** A value in the unit of the series. */
  readonly value: (value: number) => string;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MOST_LISTED = 5;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A time since midnight as a clock shows it. */
function clockText(ofDay: number): string {
  const minutes = Math.round((ofDay % DAY_MS) / MINUTE_MS);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((number) => String(number).padStart(2, '0'));
  return `${hour}:${minute}`;
}

function signed(value: number, format: DetailFormat): string {
  return `${value < 0 ? '−' : '+'}${format.value(Math.abs(value))}`;
}

function listed(texts: readonly string[]): string {
  const more = texts.length > MOST_LISTED ? `; and ${texts.length - MOST_LISTED} more` : '';
  return `${texts.slice(0, MOST_LISTED).join('; ')}${more}`;
}

function recurringText({ weekdays, startMs, endMs, change }: RecurringTime, format: DetailFormat): string {
  const days = weekdays.length === DAYS.length ? 'daily' : weekdays.map((day) => DAYS[day - 1]).join(', ');
  return `${days} ${clockText(startMs)} to ${clockText(endMs)}, ${signed(change, format)}`;
}

function boundsText({ lower, upper }: DetectedSeries['fitted']['model']['bounds'], format: DetailFormat): string {
  const [from, to] = [lower, upper].map((bound) => (bound === null ? undefined : format.value(bound)));
  return from !== undefined && to !== undefined ? `${from} to ${to}` : from !== undefined ? `from ${from}` : `to ${to}`;
}

type Adaptive = NonNullable<DetectedSeries['fitted']['adaptive']>;

function listDetail(name: string, texts: readonly string[], closing = ''): Detail[] {
  return texts.length === 0 ? [] : [[name, `${listed(texts)}${closing}`]];
}

function modelDetails({ fitted: { model, nExcluded } }: DetectedSeries, { blocks }: Adaptive, format: DetailFormat) {
  const { bounds } = model;
  const levels = stepSizes(model).map(
    ({ time, size, isSettled }) =>
      `${signed(size, format)} since ${format.time(time)}${isSettled ? '' : ' (the old level is normal until it has lasted a day)'}`,
  );
  const incidents = blocks.map(({ start, end }) => `${format.time(start)} to ${format.time(end)}`);
  return [
    ...listDetail(
      'Recurs',
      listRecurring(model).map((one) => recurringText(one, format)),
    ),
    ...listDetail('New levels', levels),
    ...listDetail('Past incidents', incidents, ': excluded from the fit'),
    ...listDetail('Excluded', nExcluded === 0 ? [] : [`${nExcluded} ${nExcluded === 1 ? 'sample' : 'samples'}`]),
    ...listDetail('Bounds', bounds.lower === null && bounds.upper === null ? [] : [boundsText(bounds, format)]),
  ];
}

function budgetDetail({ fitted }: DetectedSeries, { state: { budget } }: Adaptive): Detail[] {
  const { pagesPerWeek } = fitted.settings;
  const means = budget > 1 ? `the threshold is raised ${budget.toFixed(1)} times` : 'no need to raise the threshold';
  return pagesPerWeek === null ? [] : [['Pages', `at most ${pagesPerWeek} a week: ${means}`]];
}

function periodDetail({ fitted }: DetectedSeries, { period }: Adaptive): Detail[] {
  return period === null || fitted.settings.cycleMs !== null
    ? []
    : [
        [
          'Another period',
          `${Math.round(period.periodMs / MINUTE_MS)} min, ${Math.round(100 * period.share)}% of the remaining variance`,
        ],
      ];
}

/** Knowledge that an adaptive model has of its series, for a person on call: empty for a classic one. */
export function adaptiveDetails(detected: DetectedSeries, format: DetailFormat): Detail[] {
  const { fitted, settings } = detected;
  const { adaptive } = fitted;
  if (adaptive === null) {
    return [];
  }
  const reach = (adaptiveParameters.spikeScales * settings.thresholdMultiplier * adaptive.state.budget) / 2;
  return [
    ['Usual deviation', `${format.value(adaptive.state.scale)}; the band is ${reach.toFixed(1)} times that either way`],
    ...modelDetails(detected, adaptive, format),
    ...budgetDetail(detected, adaptive),
    ...periodDetail(detected, adaptive),
  ];
}
