import type { LogFilter, LogView } from 'foreband-engine';
import { severities } from '../../views/severity/severityStyle';
import { momentText, readMoment } from '../explore/address/momentText';
import type { RangeChoice } from '../explore/address/exploreState';

/** Everything that is set on the page, and so everything that its address says. */
export interface LogState extends LogFilter {
  readonly range: RangeChoice;
}

const startState: LogState = {
  view: 'anomalies',
  severities: [],
  series: null,
  range: { from: 'now-24h', to: 'now' },
};

const views: readonly LogView[] = ['anomalies', 'system', 'readings', 'all'];

/** Reads the part of an address behind the question mark; what it does not say, or says wrongly, is as at the start. */
export function readLogAddress(search: string): LogState {
  const params = new URLSearchParams(search);
  const [from, to] = ['from', 'to'].map((key) => readMoment(params.get(key) ?? ''));
  const named = (params.get('severity') ?? '').split(',');
  return {
    view: views.find((view) => view === params.get('view')) ?? startState.view,
    severities: severities.filter((severity) => named.includes(severity)),
    series: params.get('series'),
    range: from === undefined || to === undefined ? startState.range : { from, to },
  };
}

/** The parameters of a state's address; what is as at the start is left out. */
export function writeLogAddress({ view, severities: chosen, series, range }: LogState): Record<string, string | null> {
  const isStart = JSON.stringify(range) === JSON.stringify(startState.range);
  return {
    view: view === startState.view ? null : view,
    severity: chosen.length === 0 ? null : chosen.join(','),
    series,
    from: isStart ? null : momentText(range.from),
    to: isStart ? null : momentText(range.to),
  };
}
