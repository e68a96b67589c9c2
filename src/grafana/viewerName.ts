import { config } from '@grafana/runtime';

/** The login of whoever looks at the page; empty for an anonymous viewer. */
export function viewerName(): string {
  return config.bootData?.user?.login ?? '';
}
