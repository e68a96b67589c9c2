import { defaultPlan, defaultSettings, isTimeZone, parsePlan, parseSettings } from 'foreband-engine';

import { codedFields, ignoredText } from './codedFields';
import { startState, type ExploreState, type ExploreView, type RangeChoice } from './exploreState';
import { momentText, readMoment } from './momentText';
import { planCodecs, type ExplorePlan } from './planCodecs';
import { settingCodecs } from './settingCodecs';
import { readSource, SOURCE_KEYS, writeSource } from './sourceAddress';

type Param = readonly [string, string];

const VERSION = '1';

const settingFields = codedFields(settingCodecs, defaultSettings, parseSettings);
// What is true depends on what is known of the samples, so it has no default of its own.
const { truth: _, ...planDefaults } = defaultPlan;
const planFields = codedFields<ExplorePlan>(planCodecs, planDefaults, (fields) => {
  const plan = parsePlan(fields);
  return { ...plan, truth: plan.truth === 'field' ? 'field' : 'planted' };
});

const ownKeys: ReadonlySet<string> = new Set([
  ...['v', 'from', 'to', 'tz', 'series', 'model', 'view'],
  ...SOURCE_KEYS,
  ...settingFields.keys,
  ...planFields.keys,
]);

/** The parameters of an address that are Grafana's: its organization, its theme and the like. */
export function foreignParams(search: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([key]) => !ownKeys.has(key)));
}

function writeRange(range: RangeChoice | null): readonly Param[] {
  return range === null
    ? []
    : [
        ['from', momentText(range.from)],
        ['to', momentText(range.to)],
      ];
}

function optional(key: string, value: string | null): readonly Param[] {
  return value === null ? [] : [[key, value]];
}

/** The parameters of a state's address, in their order. */
export function writeAddress(state: ExploreState): Readonly<Record<string, string>> {
  const { source, range, series, model, settings, view, plan, timeZone } = state;
  return Object.fromEntries([
    ['v', VERSION],
    ...writeSource(source),
    ...writeRange(range),
    ...optional('tz', timeZone),
    ...optional('series', series),
    ...optional('model', model),
    ...optional('view', view === startState.view ? null : view),
    ...settingFields.write(settings),
    ...planFields.write(plan),
  ]);
}

/** A part of an address as read, and what of it could not be. */
interface Read<T> {
  readonly value: T;
  readonly notices: readonly string[];
}

function readRange(params: URLSearchParams): Read<RangeChoice | null> {
  const [fromText, toText] = [params.get('from'), params.get('to')];
  if (fromText === null || toText === null) {
    return { value: null, notices: [] };
  }
  const [from, to] = [readMoment(fromText), readMoment(toText)];
  const isEmpty = typeof from === 'number' && typeof to === 'number' && from >= to;
  if (from === undefined || to === undefined || isEmpty) {
    return { value: null, notices: [ignoredText('from', `${fromText}&to=${toText}`)] };
  }
  return { value: { from, to }, notices: [] };
}

const views: readonly ExploreView[] = ['history', 'evaluation'];

function readView(params: URLSearchParams): Read<ExploreView> {
  const text = params.get('view') ?? startState.view;
  const value = views.find((one) => one === text);
  return value === undefined
    ? { value: startState.view, notices: [ignoredText('view', text)] }
    : { value, notices: [] };
}

function readTimeZone(params: URLSearchParams): Read<string | null> {
  const name = params.get('tz');
  return name === null || name === 'browser' || isTimeZone(name)
    ? { value: name, notices: [] }
    : { value: null, notices: [ignoredText('tz', name)] };
}

function versionNotices(version: string | null): string[] {
  return version === null || version === VERSION
    ? []
    : [
        `The address was made by another version of Foreband (v=${version}): parameters this version does not know are ignored.`,
      ];
}

/** A state as an address says it, and what of the address could not be used. */
export interface AddressRead {
  readonly state: ExploreState;
  readonly notices: readonly string[];
}

/** Reads the part of an address behind the question mark. Whatever it holds, there is a state. */
export function readAddress(search: string): AddressRead {
  const params = new URLSearchParams(search);
  const source = readSource(params);
  const range = readRange(params);
  const view = readView(params);
  const timeZone = readTimeZone(params);
  const settings = settingFields.read(params);
  const plan = planFields.read(params);
  return {
    state: {
      source: source.source,
      range: range.value,
      series: params.get('series'),
      model: params.get('model'),
      settings: settings.fields,
      view: view.value,
      timeZone: timeZone.value,
      plan: plan.fields,
    },
    notices: [
      ...versionNotices(params.get('v')),
      ...[source, range, timeZone, view, settings, plan].flatMap(({ notices }) => notices),
    ],
  };
}
