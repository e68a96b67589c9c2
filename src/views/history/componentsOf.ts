import type { TimeZone } from '@grafana/data';
import { createZoneClock } from 'foreband-detector';

import { type Engine, type FittedModel, modelComponents } from 'foreband-engine';
import { timeZoneName } from '../../grafana/timeZoneName';

import type { HistorySubject } from './historySubject';

const DAY_MS = 86_400_000;

// 5 January 1970 was a Monday.
const A_MONDAY = 4 * DAY_MS;

function mondayBefore(time: number, timeZone: TimeZone): number {
  const localTime = createZoneClock(timeZoneName(timeZone));
  const local = localTime(time);
  const monday = A_MONDAY + Math.floor((local - A_MONDAY) / (7 * DAY_MS)) * 7 * DAY_MS;
  return monday - (local - time);
}

/** Takes a model apart when asked to; undefined without an engine. */
export function componentsOf(
  fitted: FittedModel,
  intervalWidth: number,
  engine: Engine | undefined,
  timeZone: TimeZone,
): HistorySubject['components'] {
  return (
    engine && (() => modelComponents(engine, fitted, intervalWidth, mondayBefore(fitted.model.history.end, timeZone)))
  );
}
