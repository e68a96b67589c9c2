import { CoreApp } from '@grafana/data';

/**
 * How long a change of a panel's options lasts, in a sentence. Outside the editor it is in the page alone.
 * @param app where the panel is shown, `usePanelContext().app` at the moment of the change.
 */
export function howLongOptionsLast(app: CoreApp | string | undefined): string {
  return app === CoreApp.PanelEditor
    ? 'Saved with the dashboard, once you save it.'
    : 'Lasts until reload, unless someone with permission saves the dashboard.';
}
