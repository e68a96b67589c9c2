import type { Page, Request } from '@playwright/test';

/** A range query that went through the data proxy. */
export interface RangeRequest {
  readonly query: string;
  /** Epoch seconds. */
  readonly start: number;
  readonly end: number;
  readonly stepSeconds: number;
}

/** Listens to what a page asks its data sources. */
export class ProxyRequests {
  private readonly requests: Request[] = [];

  constructor(page: Page) {
    page.on('request', (request) => {
      if (request.url().includes('/api/datasources/proxy/') || request.url().includes('/api/ds/query')) {
        this.requests.push(request);
      }
    });
  }

  /** Number of requests since the start or the last `forget`. */
  get count(): number {
    return this.requests.length;
  }

  forget(): void {
    this.requests.length = 0;
  }

  ranges(): readonly RangeRequest[] {
    return this.requests
      .filter((request) => request.url().includes('/query_range'))
      .map((request) => {
        const form = request.method() === 'POST' ? (request.postData() ?? '') : new URL(request.url()).search;
        const parameters = new URLSearchParams(form);
        return {
          query: parameters.get('query') ?? '',
          start: Number(parameters.get('start')),
          end: Number(parameters.get('end')),
          stepSeconds: Number(parameters.get('step')),
        };
      });
  }
}
