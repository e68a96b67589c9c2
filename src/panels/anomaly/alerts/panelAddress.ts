import { urlUtil, type UrlQueryMap } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';

/** A panel of a dashboard. */
interface PanelOfDashboard {
  /** Uid of the dashboard; empty before it is first saved. */
  readonly dashboard: string;
  readonly panelId: number;
}

function variables(search: UrlQueryMap): UrlQueryMap {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name.startsWith('var-')));
}

/**
 * The address of a panel with the dashboard's variables as they are, as a person outside of Grafana opens it; undefined
 * where the dashboard has none yet.
 */
export function panelAddress({ dashboard, panelId }: PanelOfDashboard): string | undefined {
  if (dashboard === '') {
    return undefined;
  }
  const parameters = { ...variables(locationService.getSearchObject()), viewPanel: panelId };
  return `${config.appUrl.replace(/\/$/, '')}${urlUtil.renderUrl(`/d/${dashboard}`, parameters)}`;
}
