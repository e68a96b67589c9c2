import { config } from '@grafana/runtime';

const YEAR_S = 31_536_000;

/** Keeps a choice of the person at the workbench, and loads the page anew, as the server renders by it. */
export function choose(name: 'workbench_role' | 'workbench_theme', value: string): void {
  document.cookie = `${name}=${value};path=${config.appSubUrl || '/'};max-age=${YEAR_S};samesite=lax`;
  const here = new URL(document.URL);
  here.searchParams.delete('theme');
  document.location.assign(here.href);
}
