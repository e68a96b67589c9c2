import type { EchoSrv } from '@grafana/runtime';

/** Stands in for public/app/core/services/echo: takes Grafana's usage events and keeps none. */
export function createEcho(): EchoSrv {
  return {
    flush: () => undefined,
    addBackend: () => undefined,
    addEvent: () => undefined,
    onInteraction: () => () => undefined,
  };
}
