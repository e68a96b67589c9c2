import type { QueryResultMetaNotice } from '@grafana/data';

/** A notice in the panel's header that something is not as asked for. */
export function warning(text: string): QueryResultMetaNotice {
  return { severity: 'warning', text };
}

/** A notice in the panel's header that is good to know. */
export function info(text: string): QueryResultMetaNotice {
  return { severity: 'info', text };
}
