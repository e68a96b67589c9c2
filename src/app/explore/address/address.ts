import { startState, type ExploreState, type ExploreView, type RangeChoice } from './exploreState';
import { momentText, readMoment } from './momentText';
import { settingCodecs } from './settingCodecs';
import { ignoredText, readSettings, writeSettings } from './settingsAddress';
import { readSource, SOURCE_KEYS, writeSource } from './sourceAddress';

const VERSION = '1';

const ownKeys: ReadonlySet<string> = new Set([
  ...['v', 'from', 'to', 'series', 'view'],
  ...SOURCE_KEYS,
  ...Object.values(settingCodecs).map(({ key }) => key),
]);

/** The parameters of an address that are Grafana's: its organisation, its theme and the like. */
export function foreignParams(search: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([key]) => !ownKeys.has(key)));
}

/** A state as an address says it, and what of the address could not be used. */
export interface AddressRead {
  readonly state: ExploreState;
  readonly notices: readonly string[];
}

/** The parameters of a state's address, in their order. */
export function writeAddress({
  source,
  range,
  series,
  settings,
  view,
}: ExploreState): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ['v', VERSION],
    ...writeSource(source),
    ...writeRange(range),
    ...(series === null ? [] : [['series', series] as const]),
    ...(view === startState.view ? [] : [['view', view] as const]),
    ...writeSettings(settings),
  ]);
}

function writeRange(range: RangeChoice | null): ReadonlyArray<readonly [string, string]> {
  return range === null
    ? []
    : [
        ['from', momentText(range.from)],
        ['to', momentText(range.to)],
      ];
}

function readRange(params: URLSearchParams): {
  readonly range: RangeChoice | null;
  readonly notices: readonly string[];
} {
  const [fromText, toText] = [params.get('from'), params.get('to')];
  if (fromText === null || toText === null) {
    return { range: null, notices: [] };
  }
  const [from, to] = [readMoment(fromText), readMoment(toText)];
  const isEmpty = typeof from === 'number' && typeof to === 'number' && from >= to;
  if (from === undefined || to === undefined || isEmpty) {
    return { range: null, notices: [ignoredText('from', `${fromText}&to=${toText}`)] };
  }
  return { range: { from, to }, notices: [] };
}

const views: readonly ExploreView[] = ['history', 'evaluation'];

function readView(params: URLSearchParams): { readonly view: ExploreView; readonly notices: readonly string[] } {
  const text = params.get('view') ?? startState.view;
  const view = views.find((one) => one === text);
  return view === undefined ? { view: startState.view, notices: [ignoredText('view', text)] } : { view, notices: [] };
}

function versionNotices(version: string | null): string[] {
  return version === null || version === VERSION
    ? []
    : [`The address was made by another version of Foreband (v=${version}): what is not known here is left out.`];
}

/** Reads the part of an address behind the question mark. Whatever it holds, there is a state. */
export function readAddress(search: string): AddressRead {
  const params = new URLSearchParams(search);
  const source = readSource(params);
  const { range, notices: rangeNotices } = readRange(params);
  const { settings, notices: settingNotices } = readSettings(params);
  const { view, notices: viewNotices } = readView(params);
  return {
    state: { source: source.source, range, series: params.get('series'), settings, view },
    notices: [
      ...versionNotices(params.get('v')),
      ...source.notices,
      ...rangeNotices,
      ...viewNotices,
      ...settingNotices,
    ],
  };
}
