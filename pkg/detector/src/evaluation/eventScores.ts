import { bisector, mean, median } from 'd3-array';

import type { Anomaly } from '../detection/anomaly.js';
import type { ScoredRows } from '../detection/scoredRows.js';
import { severityOf, type Severity } from '../detection/severity.js';
import type { TimeSpan } from '../series/timeSpan.js';
import { alarmRules, joinAlarms, type Alarm, type AlarmColumns } from './alarms.js';
import type { EventFrame, PlacedEvent } from './eventFrame.js';
import type { LabeledEvent } from './groundTruth.js';
import { fBetaOf } from './pointScores.js';
import { tailRows } from './tailRows.js';

export interface EventOutcome {
  readonly event: LabeledEvent;
  /** Whether a flagged point lies in it. */
  readonly isFound: boolean;
  /**
   * When anybody could know, epoch milliseconds: its first flagged point, or when N of M confirmed that. NaN if
   * missed.
   */
  readonly foundAt: number;
  /** From its first scored point until `foundAt`, milliseconds, 0 or more. NaN if missed. */
  readonly delayMs: number;
  /** Largest score of its flagged points; NaN if missed. */
  readonly peakScore: number;
  /** Class of that score; null if missed. */
  readonly severity: Severity | null;
}

/** A detection scored event by event. Shares are NaN where there is nothing to share. */
export interface EventScores {
  /** Every event that could be found, in order of its start. */
  readonly outcomes: readonly EventOutcome[];
  /** Alarms from the flagged points outside every event, in order of time. */
  readonly falseEvents: readonly Alarm[];
  /** Alarms in stretches of which nobody has said whether they are anomalous: neither right nor false. */
  readonly unknownEvents: readonly Alarm[];
  /** Alarms from all flagged points. */
  readonly nAlarms: number;
  /** Events with a flagged point in them. */
  readonly nFound: number;
  /** Events without. */
  readonly nMissed: number;
  /** False events. */
  readonly nFalse: number;
  /** Events left out because none of their rows is scored. */
  readonly nWithoutData: number;
  /** found / (found + false). */
  readonly precision: number;
  /** found / events. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
  /** Weighted harmonic mean: recall counts `beta` times as much as precision. */
  readonly fBeta: number;
  /** False events in 24 hours of scored rows. */
  readonly falseEventsPerDay: number;
  /** Mean delay of the found events, milliseconds. */
  readonly meanDelayMs: number;
  /** Median delay of the found events, milliseconds. */
  readonly medianDelayMs: number;
  /** How long was watched: as many steps as there are scored rows, milliseconds. */
  readonly observedMs: number;
}

/** The part of a `Detection` that is scored. */
export interface FlaggedRows {
  /** Anomaly scores; NaN where there is no value or no forecast. */
  readonly score: Float64Array;
  /** 1 for flagged points, else 0. */
  readonly anomalous: Uint8Array;
  /** See `ScoredRows`. Default: severities are classes of the score itself. */
  readonly severityBy?: ScoredRows['severityBy'];
  readonly threshold?: Float64Array;
  /** The anomalies, which say when each was confirmed. */
  readonly anomalies: readonly Pick<Anomaly, 'start' | 'end' | 'confirmedAt'>[];
  /**
   * The anomalies joined to what pages. Where one opened within an event, its rows after the event are no false event, for
   * up to a day. Default none: every flagged row outside is.
   */
  readonly incidents?: readonly TimeSpan[];
}

const DAY = 86_400_000;

/**
 * Scores a detection event by event. An event is found when a flagged point lies in it, however many do; flagged points
 * outside every event are false events (see `alarmRules`), but for the tail of an incident that opened within one.
 * @param beta weight of recall in `fBeta`, above 0. Default 1.
 */
export function scoreEvents(detection: FlaggedRows, frame: EventFrame, beta = 1): EventScores {
  const { anomalous, score } = detection;
  const columns = { time: frame.time, score, strength: strengthOf(detection) };
  const outcomes = frame.events.map((placed) => outcomeOf(placed, detection, columns));
  const flagged = rowsOf(anomalous);
  const mayOpen = frame.isInside.map((is, row) => is | frame.isUnknown[row]);
  const isTail = tailRows(frame.time, detection.incidents ?? [], mayOpen);
  const outside = flagged.filter((row) => mayOpen[row] === 0 && isTail[row] === 0);
  const falseEvents = joinAlarms(columns, outside, alarmRules.maxFalseMs);
  const found = outcomes.filter(({ isFound }) => isFound);
  const counts = { nFound: found.length, nMissed: outcomes.length - found.length, nFalse: falseEvents.length };
  return {
    outcomes,
    falseEvents,
    unknownEvents: joinAlarms(
      columns,
      flagged.filter((row) => frame.isUnknown[row] === 1),
    ),
    nAlarms: joinAlarms(columns, flagged).length,
    ...counts,
    nWithoutData: frame.nWithoutData,
    ...eventRatesOf(counts, beta),
    falseEventsPerDay: counts.nFalse / (frame.observedMs / DAY),
    meanDelayMs: mean(found, ({ delayMs }) => delayMs) ?? NaN,
    medianDelayMs: median(found, ({ delayMs }) => delayMs) ?? NaN,
    observedMs: frame.observedMs,
  };
}

/** Precision, recall and their harmonic means from counts of events. */
export function eventRatesOf(
  { nFound, nMissed, nFalse }: Pick<EventScores, 'nFound' | 'nMissed' | 'nFalse'>,
  beta: number,
): Pick<EventScores, 'precision' | 'recall' | 'f1' | 'fBeta'> {
  return {
    precision: nFound / (nFound + nFalse),
    recall: nFound / (nFound + nMissed),
    f1: fBetaOf(nFound, nFalse, nMissed, 1),
    fBeta: fBetaOf(nFound, nFalse, nMissed, beta),
  };
}

function rowsOf(anomalous: Uint8Array): readonly number[] {
  const rows: number[] = [];
  for (let row = anomalous.indexOf(1); row !== -1; row = anomalous.indexOf(1, row + 1)) {
    rows.push(row);
  }
  return rows;
}

const byStart = bisector<Pick<Anomaly, 'start'>, number>(({ start }) => start);

function strengthOf({ score, threshold, severityBy }: FlaggedRows): Float64Array {
  return severityBy === 'threshold' && threshold !== undefined
    ? score.map((value, row) => value / threshold[row])
    : score;
}

function outcomeOf(
  { event, first, end }: PlacedEvent,
  { anomalous, anomalies }: FlaggedRows,
  { time, score, strength }: AlarmColumns,
): EventOutcome {
  let firstFlagged = -1;
  let peakScore = NaN;
  let peakStrength = 0;
  for (let row = first; row < end; row++) {
    if (anomalous[row] === 1) {
      firstFlagged = firstFlagged === -1 ? row : firstFlagged;
      peakScore = score[row] <= peakScore ? peakScore : score[row];
      peakStrength = Math.max(peakStrength, strength[row]);
    }
  }
  if (firstFlagged === -1) {
    return { event, isFound: false, foundAt: NaN, delayMs: NaN, peakScore, severity: null };
  }
  const flaggedAt = time[firstFlagged];
  const anomaly = anomalies.at(Math.max(0, byStart.right(anomalies, flaggedAt) - 1));
  const foundAt = Math.max(flaggedAt, anomaly?.confirmedAt ?? flaggedAt);
  const delayMs = foundAt - time[first];
  return { event, isFound: true, foundAt, delayMs, peakScore, severity: severityOf(peakStrength) };
}
