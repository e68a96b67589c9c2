import type { AnomalyEntry, LogEntry } from '../logEvent.js';

import { foundAnomalies, seeAgain, type SeenAnomaly } from './seenAnomalies.js';
import { anomalyEntry, hourEntries, sampleEntries, trainingEntry } from './seriesEntries.js';
import type { WatchedSeries, WatchingPanel } from './watchedSeries.js';

/** News from a look at a panel's series. */
export interface Sighting {
  /** Entries to be logged. */
  readonly entries: readonly LogEntry[];
  /** The anomalies among them: begun, longer, or over since the look before. */
  readonly anomalies: readonly AnomalyEntry[];
}

/** Remembers what has been seen of a panel's series, so that every look tells only what is new. */
export interface Watch {
  /** When it began, epoch ms. */
  readonly since: number;
  /** @param at epoch ms of the look. */
  look(panel: WatchingPanel, series: readonly WatchedSeries[], at: number): Sighting;
}

interface Memory {
  readonly scoredUntil: number;
  readonly seen: readonly SeenAnomaly[];
  readonly trainingKey: string | undefined;
}

function lastScored({ detected }: WatchedSeries): number {
  const { series, detection } = detected;
  let row = series.time.length - 1;
  while (row >= 0 && !Number.isFinite(detection.score[row])) {
    row--;
  }
  return series.time[row] ?? -Infinity;
}

/** A watch that has seen nothing of what was before `since` (epoch ms). */
export function createWatch(since: number): Watch {
  const memories = new Map<string, Memory>();

  function lookAt(panel: WatchingPanel, series: WatchedSeries, at: number): Sighting {
    const memory = memories.get(series.key) ?? { scoredUntil: since - 1, seen: [], trainingKey: undefined };
    const training = trainingEntry(panel, series, at);
    const trainings = training.key === memory.trainingKey ? [] : [training];
    const until = lastScored(series);
    // Other settings over the same samples are no news.
    if (until <= memory.scoredUntil) {
      memories.set(series.key, { ...memory, trainingKey: training.key });
      return { entries: trainings, anomalies: [] };
    }
    const { scoredUntil } = memory;
    const inSightFrom = series.detected.series.time[0];
    const { seen, changed } = seeAgain(memory.seen, foundAnomalies(series.detected), {
      watching: since,
      scoredUntil,
      inSightFrom,
    });
    memories.set(series.key, { scoredUntil: until, seen, trainingKey: training.key });
    const anomalies = changed.map((one) => anomalyEntry(panel, series, one));
    const hours = hourEntries(panel, series, { watching: since, after: scoredUntil });
    const samples = sampleEntries(panel, series, scoredUntil);
    return { entries: [...trainings, ...samples, ...anomalies, ...hours], anomalies };
  }

  return {
    since,
    look(panel, series, at) {
      const sightings = series.map((one) => lookAt(panel, one, at));
      return {
        entries: sightings.flatMap(({ entries }) => entries),
        anomalies: sightings.flatMap(({ anomalies }) => anomalies),
      };
    },
  };
}
