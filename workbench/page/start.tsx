import { initPluginTranslations } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { loadResources } from '@grafana/scenes';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { setUpRuntime } from './runtime/setUpRuntime';

/** Starts the page inside #reactRoot. */
export async function start(): Promise<void> {
  await initPluginTranslations('grafana-scenes', [loadResources]);
  const workbench = setUpRuntime();
  const root = document.getElementById('reactRoot');
  if (root === null) {
    throw new Error('the page has no #reactRoot: serve it with workbench/server');
  }
  createRoot(root).render(<App workbench={workbench} />);
  if (window.workbench.reloads) {
    new EventSource(`${config.appSubUrl}/-/reload`).onmessage = () => document.location.reload();
  }
}
