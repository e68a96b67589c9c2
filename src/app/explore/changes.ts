import type { TimeSpan } from 'foreband-detector';

import type { ExploreState, FileChoice, SourceChoice } from './address/exploreState';
import { withExclusion } from '../../chart/incidents/exclusions';

/** Another source: the series, the range and the exclusions of the one before mean nothing there. */
export function toSource(source: SourceChoice): (state: ExploreState) => Partial<ExploreState> {
  return ({ settings: { exclusions: _, ...settings } }) => ({ source, range: null, series: null, settings });
}

/** A file that was opened. The one that the address asks for, and a newer one of its name, leave every control as it is. */
export function toFile(file: FileChoice): (state: ExploreState) => Partial<ExploreState> {
  const source: SourceChoice = { kind: 'csv', file };
  return (state) => {
    const asked = state.source.kind === 'csv' ? state.source.file : null;
    const isAskedFor = asked?.name === file.name || asked?.fingerprint === file.fingerprint;
    return isAskedFor ? { source } : toSource(source)(state);
  };
}

/** A stretch that is neither fitted nor flagged from now on. */
export function toExclusion(span: TimeSpan): (state: ExploreState) => Partial<ExploreState> {
  return ({ settings }) => ({
    settings: { ...settings, exclusions: withExclusion(settings.exclusions ?? [], span) },
  });
}

/** Other exclusions; without any the setting is as if it had never been touched. */
export function toExclusions(exclusions: readonly TimeSpan[]): (state: ExploreState) => Partial<ExploreState> {
  return ({ settings: { exclusions: _, ...settings } }) => ({
    settings: exclusions.length === 0 ? settings : { ...settings, exclusions },
  });
}

/** A closer look. */
export function toSpan({ start, end }: TimeSpan): () => Partial<ExploreState> {
  return () => ({ range: { from: Math.floor(start), to: Math.ceil(end) } });
}
