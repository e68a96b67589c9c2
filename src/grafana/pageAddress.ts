import { config, locationService } from '@grafana/runtime';

/** The address of this page with its parameters, as a person outside of Grafana opens it. */
export function pageAddress(): string {
  const { pathname, search } = locationService.getLocation();
  return `${config.appUrl.replace(/\/$/, '')}${pathname}${search}`;
}
