import type { OptionsWithSettings } from '../../../settings/optionsWithSettings';
import { historyViewList, type HistoryViewId } from '../../../views/history/historyViewList';

/** Version of the stored options; a change of shape raises it and adds a step to `migrateOptions`. */
export const OPTIONS_VERSION = 1;

/** Which rows are looked at: those the model is fitted to, or those the dashboard shows. */
export type HistoryRange = 'training' | 'visible';

/** The options a dashboard stores for the panel. */
export interface HistoryPanelOptions extends OptionsWithSettings {
  /** Always `OPTIONS_VERSION` once parsed. */
  version: number;
  /** Default `training`. */
  range: HistoryRange;
  /** Key of the series that is looked at; empty for the first. */
  series: string;
  /** The views that are shown. Default all. */
  views: readonly HistoryViewId[];
  /** Lengths of the moving averages, ms. Default a day and a week. */
  averagesMs: readonly number[];
}

const DAY_MS = 86_400_000;

/** Options of a new panel. */
export const defaultHistoryOptions: HistoryPanelOptions = {
  version: OPTIONS_VERSION,
  settings: {},
  range: 'training',
  series: '',
  views: historyViewList.map(({ id }) => id),
  averagesMs: [DAY_MS, 7 * DAY_MS],
};

function knownViews(stored: unknown): readonly HistoryViewId[] {
  const ids: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return historyViewList.map(({ id }) => id).filter((id) => ids.includes(id));
}

function lengths(stored: unknown): readonly number[] {
  const all: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return all.filter((length): length is number => typeof length === 'number' && length > 0);
}

/** Completes stored options: what a hand-written dashboard leaves out takes its default, what is unknown is dropped. */
export function parseHistoryOptions(stored: Partial<HistoryPanelOptions>): HistoryPanelOptions {
  const defaults = defaultHistoryOptions;
  return {
    version: OPTIONS_VERSION,
    settings: { ...stored.settings },
    range: stored.range === 'visible' ? 'visible' : defaults.range,
    series: stored.series ?? defaults.series,
    views: stored.views === undefined ? defaults.views : knownViews(stored.views),
    averagesMs: stored.averagesMs === undefined ? defaults.averagesMs : lengths(stored.averagesMs),
  };
}
