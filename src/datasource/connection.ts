import { getDataSourceSrv } from '@grafana/runtime';
import type { Connection } from 'foreband-prometheus';

import type { ParsedOptions } from './options';

/** A connection with what tells its Prometheus from others. */
export interface KnownConnection extends Connection {
  /** Uid of the data source whose Prometheus is asked. */
  readonly uid: string;
}

/**
 * Where queries go: through the proxy of the data source itself, or of the Prometheus data source it was told to use.
 * Both addresses come from Grafana unchanged, because they already hold its sub-path.
 * @throws Error where the other data source is not chosen, gone or closed to the viewer.
 */
export function findConnection(
  own: { readonly uid: string; readonly url?: string },
  { prometheusUid, customParameters, queryTimeoutMs }: ParsedOptions,
): KnownConnection {
  const asked = { customParameters, queryTimeoutMs };
  if (prometheusUid === undefined) {
    return { ...asked, uid: own.uid, baseUrl: (own.url ?? '').replace(/\/$/, '') };
  }
  if (prometheusUid === '') {
    throw new Error('No Prometheus data source is chosen. Choose one in the settings, or give an address there.');
  }
  const other = getDataSourceSrv().getInstanceSettings({ uid: prometheusUid });
  if (other?.url === undefined || other.uid !== prometheusUid) {
    throw new Error(
      'The Prometheus data source this one uses is gone, or you may not query it. Choose another one in the settings.',
    );
  }
  return { ...asked, uid: prometheusUid, baseUrl: other.url.replace(/\/$/, '') };
}
