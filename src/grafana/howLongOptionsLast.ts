import { CoreApp } from '@grafana/data';

/**
 * How long a change of a panel's options lasts, in a sentence. Outside the editor Grafana keeps it in the page alone.
 * @param app where the panel is shown, `usePanelContext().app` at the moment of the change.
 */
export function howLongOptionsLast(app: CoreApp | string | undefined): string {
  return app === CoreApp.PanelEditor
    ? 'It is kept once you save the dashboard.'
    : 'It lasts until this page is loaded anew, unless somebody who may saves the dashboard.';
}
