import { FieldType, type DataFrame, type QueryResultMetaNotice } from '@grafana/data';
import type { Series } from 'foreband-detector';

import type { DetectionOutcome } from 'foreband-engine';
import { anomalyTableFrame } from '../../grafana/anomalyTableFrame';
import { columnFromNumbers } from '../../grafana/columns';
import { detectionFrame } from '../../grafana/detectionFrame';
import { forecastFrame } from '../../grafana/forecastFrame';
import { info, warning } from '../../grafana/notices';
import type { QueryOutput } from '../query';

import { isDetected } from './detectAll';

/** How a query's outcomes become frames. */
export interface FrameOptions {
  readonly refId: string;
  readonly output: QueryOutput;
  readonly isSimulated: boolean;
  /** Grafana's unit of the samples. */
  readonly unit?: string;
}

/** The samples alone: `time, value`. */
export function samplesFrame(series: Series, { refId, unit }: Pick<FrameOptions, 'refId' | 'unit'>): DataFrame {
  return {
    refId,
    name: series.name,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: Array.from(series.time) },
      {
        name: 'value',
        type: FieldType.number,
        labels: { ...series.labels },
        config: { displayNameFromDS: series.name, unit },
        values: columnFromNumbers(series.y),
      },
    ],
    length: series.time.length,
  };
}

function frameOf(outcome: DetectionOutcome, options: FrameOptions): DataFrame[] {
  const { output, refId, unit, isSimulated } = options;
  if (!isDetected(outcome)) {
    return output === 'forecast' ? [] : [samplesFrame(outcome.series, options)];
  }
  const presentation = { refId, name: outcome.series.name, isSimulated, unit };
  return [output === 'forecast' ? forecastFrame(outcome, presentation) : detectionFrame(outcome, presentation)];
}

/** The frames of a query's outcomes, in their order; the table of anomalies is one frame. */
export function outcomeFrames(outcomes: readonly DetectionOutcome[], options: FrameOptions): DataFrame[] {
  if (options.output === 'anomalies') {
    return [anomalyTableFrame(outcomes.filter(isDetected), options)];
  }
  return outcomes.flatMap((outcome) => frameOf(outcome, options));
}

/** An empty frame, which exists to carry notices. */
function emptyFrame(refId: string): DataFrame {
  return { refId, fields: [], length: 0 };
}

const MAX_NAMES = 3;

function aboutSeries(text: string, names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const rest = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return `${shown}${rest}: ${text}`;
}

/** Remarks about single series, each once with the names it is about. */
export function outcomeNotices(outcomes: readonly DetectionOutcome[]): QueryResultMetaNotice[] {
  const remarks = new Map<string, { readonly isProblem: boolean; readonly names: string[] }>();
  for (const outcome of outcomes) {
    const isProblem = !isDetected(outcome);
    for (const text of isDetected(outcome) ? outcome.remarks : [outcome.message]) {
      const remark = remarks.get(text) ?? { isProblem, names: [] };
      remark.names.push(outcome.series.name);
      remarks.set(text, remark);
    }
  }
  // One host that has just appeared among many is good to know; what befalls every series is a problem.
  const isPartial = outcomes.some(isDetected);
  const commonFirst = [...remarks].sort(([, left], [, right]) => right.names.length - left.names.length);
  return commonFirst.map(([text, { isProblem, names }]) => {
    const isAboutAll = names.length === outcomes.length && outcomes.length > 1;
    const full = isAboutAll ? `All series: ${text}` : aboutSeries(text, [...new Set(names)]);
    return isProblem && !isPartial ? warning(full) : info(full);
  });
}

/** The frames with one more notice, on the first of them. */
export function withNotice(frames: readonly DataFrame[], notice: QueryResultMetaNotice): DataFrame[] {
  return frames.map((frame, index) => (index === 0 ? withNotices(frame, [notice]) : frame));
}

function withNotices(frame: DataFrame, notices: readonly QueryResultMetaNotice[]): DataFrame {
  return { ...frame, meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), ...notices] } };
}

/**
 * Frames with notices. Grafana lists the notices of all frames, so a remark about the query goes on the first frame
 * alone; what must follow every frame wherever it goes, on each.
 */
export function carryNotices(
  frames: readonly DataFrame[],
  notices: { readonly once: readonly QueryResultMetaNotice[]; readonly onEach: readonly QueryResultMetaNotice[] },
  refId: string,
): DataFrame[] {
  const { once, onEach } = notices;
  if (frames.length === 0) {
    return once.length + onEach.length === 0 ? [] : [withNotices(emptyFrame(refId), [...onEach, ...once])];
  }
  return frames.map((frame, index) => withNotices(frame, index === 0 ? [...onEach, ...once] : onEach));
}
