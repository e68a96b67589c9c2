import { branchOf } from './branch.js';
import type { ConfirmedRun } from './confirmRuns.js';
import { createExcursion, peakOf, severityAt } from './excursion.js';
import { pointStates } from './filterPoints.js';
import type { Incident, Page } from './incident.js';
import { incidentRules } from './incidentRules.js';
import type { ScoredRows } from './scoredRows.js';

/** The rows once filters and runs are found. */
export interface FlaggedPoints {
  /** 1 for the rows of an anomaly, else 0. */
  readonly anomalous: Uint8Array;
  /** 1 above, -1 below. */
  readonly side: Int8Array;
  /** Codes of the branches, `limit` among them. */
  readonly branch: Uint8Array;
  /** Not 0 for rows that a filter suppressed. */
  readonly suppressedBy: Uint8Array;
  /** One of `pointStates`. */
  readonly state: Uint8Array;
  /** The anomalies, in order. */
  readonly runs: readonly ConfirmedRun[];
}

interface OpenIncident {
  readonly first: number;
  /** Its last anomalous row. */
  last: number;
  /** The last row that keeps it open. */
  lastOpen: number;
  isCritical: boolean;
  readonly pages: Page[];
}

/**
 * Joins anomalies to incidents. One opens at its first anomalous row, goes on until there was none for three hours,
 * pages when it opens (with N of M, when that was reached) and once more when it becomes critical.
 * @param thresholdMultiplier at which the rows were scored.
 */
export function findIncidents(
  rows: ScoredRows,
  flagged: FlaggedPoints,
  thresholdMultiplier: number,
): readonly Incident[] {
  const quietRows = quietRowsOf(rows.time);
  const lastMeasured = rows.score.findLastIndex((score) => !Number.isNaN(score));
  const complete = ({ first, last, lastOpen, pages }: OpenIncident): Incident => {
    const { peak } = peakOf(rows.score, first, last, flagged.anomalous);
    return Object.assign(createExcursion(rows, flagged.side, first, last, flagged.anomalous), {
      confirmedAt: pages[0].time,
      isOpen: lastMeasured - lastOpen <= quietRows,
      branch: branchOf(flagged.branch[peak]) ?? 'spike',
      peakMultiplier: (thresholdMultiplier * rows.score[peak]) / rows.threshold[peak],
      pages,
    });
  };
  return joinRuns(rows, flagged, quietRows).map(complete);
}

function joinRuns(
  rows: ScoredRows,
  { anomalous, suppressedBy, state, runs }: FlaggedPoints,
  quietRows: number,
): readonly OpenIncident[] {
  const incidents: OpenIncident[] = [];
  const lingering = (rows.lingering ?? anomalous).map((lingers, row) =>
    suppressedBy[row] === 0 && state[row] !== pointStates.excluded ? lingers : 0,
  );
  for (const run of runs) {
    for (let row = run.first; row <= run.last; row++) {
      if (anomalous[row] === 0) {
        continue;
      }
      const time = rows.time[Math.max(row, run.confirmed)];
      let incident = incidents.at(-1);
      if (incident === undefined || row - linger(lingering, incident, quietRows, row) > quietRows) {
        incident = { first: row, last: row, lastOpen: row, isCritical: false, pages: [{ time, kind: 'opened' }] };
        incidents.push(incident);
      }
      incident.last = row;
      incident.lastOpen = row;
      if (!incident.isCritical && severityAt(rows, row) === 'critical') {
        becomeCritical(incident, time);
      }
    }
  }
  const last = incidents.at(-1);
  if (last !== undefined) {
    linger(lingering, last, quietRows, rows.time.length);
  }
  return incidents;
}

/** Keeps an incident open over the rows that linger, up to before `end` or to where it is over; gives the last of them. */
function linger(lingering: Uint8Array, incident: OpenIncident, quietRows: number, end: number): number {
  for (let row = incident.lastOpen + 1; row < end && row - incident.lastOpen <= quietRows; row++) {
    incident.lastOpen = lingering[row] === 1 ? row : incident.lastOpen;
  }
  return incident.lastOpen;
}

function becomeCritical(incident: OpenIncident, time: number): void {
  incident.isCritical = true;
  if (incident.pages[0].time !== time) {
    incident.pages.push({ time, kind: 'critical' });
  }
}

/** Whole rows, as the budget of the adaptive score counts them. */
function quietRowsOf(time: Float64Array): number {
  const stepMs = time.length < 2 ? incidentRules.quietMs : (time[time.length - 1] - time[0]) / (time.length - 1);
  return Math.max(1, Math.round(incidentRules.quietMs / stepMs));
}
