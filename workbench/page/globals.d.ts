/// <reference types="systemjs" />
import type { BootData } from '@grafana/data';

declare global {
  interface Window {
    /** Written into the page by the server before any script runs. */
    readonly workbench: { readonly bootData: BootData; readonly reloads: boolean; readonly demo?: string };
  }
}
