import type { DataQueryRequest } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

import { fitSettings, type PartialSettings } from 'foreband-engine';
import { settingsOfSeries } from '../../../training/settingsOfSeries';

// They follow the zoom, and the training has a step of its own.
const ZOOMED = ['__interval', '__interval_ms', '__rate_interval', '__range', '__range_s', '__range_ms'];

/**
 * The origin of the panel's models, as text: its queries with their variables filled in, and its settings of the fit, the
 * same for viewers in any time zone. Undefined where the panel has no query, as in a snapshot.
 */
export function modelSource(request: DataQueryRequest | undefined, settings: PartialSettings): string | undefined {
  if (request === undefined) {
    return undefined;
  }
  const still = Object.fromEntries(ZOOMED.map((name) => [name, { text: name, value: name }]));
  const queries = getTemplateSrv().replace(JSON.stringify(request.targets), { ...request.scopedVars, ...still });
  const { own } = settingsOfSeries([], settings, 'utc');
  return JSON.stringify([queries, fitSettings(own)]);
}
