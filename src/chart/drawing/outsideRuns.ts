import type { Anomaly, Severity } from 'foreband-detector';

import { firstRowFrom, valueAt } from 'foreband-engine';
import type { DrawnLine, ScoredSeries } from '../model/chartSeries';

/** A stretch of the drawn line that lies outside the band, cut exactly at the band's edge. */
export interface OutsideRun {
  readonly severity: Severity;
  /** Epoch ms, ascending. */
  readonly time: readonly number[];
  readonly y: readonly number[];
}

interface Vertex {
  readonly time: number;
  readonly y: number;
  /** How far outside the band, in the series' unit; negative inside. */
  readonly excess: number;
}

function vertexAt(line: DrawnLine, scored: ScoredSeries, row: number, isAbove: boolean): Vertex {
  const time = line.time[row];
  const y = line.y[row];
  const edge = valueAt(scored.time, isAbove ? scored.bandUpper : scored.bandLower, time);
  return { time, y, excess: isAbove ? y - edge : edge - y };
}

function crossing(left: Vertex, right: Vertex): Vertex {
  const share = left.excess / (left.excess - right.excess);
  return {
    time: left.time + share * (right.time - left.time),
    y: left.y + share * (right.y - left.y),
    excess: 0,
  };
}

function pushRun(runs: OutsideRun[], severity: Severity, vertices: readonly Vertex[]): void {
  if (vertices.length > 1) {
    runs.push({ severity, time: vertices.map(({ time }) => time), y: vertices.map(({ y }) => y) });
  }
}

// From the scored row before the anomaly to the one after it: a line drawn on a finer step leaves the band somewhere
// between them. At least one drawn row further on either side, so that the cut at the edge is found.
function rowsAround(line: DrawnLine, { time }: ScoredSeries, { start, end }: Anomaly): { first: number; last: number } {
  const before = time[firstRowFrom(time, start) - 1] ?? start;
  const after = time[firstRowFrom(time, end + 1)] ?? end;
  const first = Math.min(firstRowFrom(line.time, before), firstRowFrom(line.time, start) - 1);
  const last = Math.max(firstRowFrom(line.time, after), firstRowFrom(line.time, end + 1));
  return { first: Math.max(0, first), last: Math.min(line.time.length - 1, last) };
}

function runsOfAnomaly(line: DrawnLine, scored: ScoredSeries, anomaly: Anomaly): OutsideRun[] {
  const isAbove = anomaly.direction === 'above';
  const { first, last } = rowsAround(line, scored, anomaly);
  const runs: OutsideRun[] = [];
  let open: Vertex[] = [];
  let previous: Vertex | undefined;
  for (let row = first; row <= last; row++) {
    const vertex = vertexAt(line, scored, row, isAbove);
    const isOutside = vertex.excess > 0;
    if (previous !== undefined && isOutside !== previous.excess > 0 && Number.isFinite(vertex.excess)) {
      open.push(crossing(previous, vertex));
    }
    if (isOutside) {
      open.push(vertex);
    } else {
      pushRun(runs, anomaly.severity, open);
      open = [];
    }
    previous = Number.isFinite(vertex.excess) ? vertex : undefined;
  }
  pushRun(runs, anomaly.severity, open);
  return runs;
}

// Beyond a hard limit, or averaged away on a coarser drawing step, a point is anomalous without leaving the band as
// drawn.
function wholeExtent(line: DrawnLine, anomaly: Anomaly): OutsideRun[] {
  const first = firstRowFrom(line.time, anomaly.start);
  const last = firstRowFrom(line.time, anomaly.end + 1);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index).filter((row) =>
    Number.isFinite(line.y[row]),
  );
  return rows.length < 2
    ? []
    : [
        {
          severity: anomaly.severity,
          time: rows.map((row) => line.time[row]),
          y: rows.map((row) => line.y[row]),
        },
      ];
}

/** The parts of a drawn line to be colored by severity: per anomaly where it is outside the band, else all of it. */
export function outsideRuns(line: DrawnLine, scored: ScoredSeries): OutsideRun[] {
  return scored.anomalies.flatMap((anomaly) => {
    const runs = runsOfAnomaly(line, scored, anomaly);
    return runs.length > 0 ? runs : wholeExtent(line, anomaly);
  });
}
