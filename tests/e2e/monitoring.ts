import { expect, type Page } from '@playwright/test';

const LOG_DATABASE = 'foreband-log';
/** Longer than any wait of the panel before it writes an annotation, or looks for what others have written. */
const LONGEST_WAIT_MS = 6000;
/** A panel looks, writes and looks again, each after a wait. */
const ROUNDS = 5;

/** Number of entries in the page's log, without creating the log. */
function countLogged(page: Page): Promise<number> {
  return page.evaluate(async (prefix) => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith(prefix));
    if (found?.name === undefined) {
      return 0;
    }
    const opening = indexedDB.open(found.name);
    return new Promise<number>((resolve, reject) => {
      opening.onerror = () => reject(new Error('the log does not open'));
      opening.onsuccess = () => {
        const counting = opening.result.transaction('entries').objectStore('entries').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  }, LOG_DATABASE);
}

/** Waits until the panels of a page are watched: from now on an anomaly is one that has begun meanwhile. */
export async function watched(page: Page): Promise<void> {
  await expect.poll(() => countLogged(page)).toBeGreaterThan(0);
}

/** The page's requests for annotations that are not answered yet. */
function pendingAnnotations(page: Page): ReadonlySet<object> {
  const pending = new Set<object>();
  page.on('request', (request) => request.url().includes('/api/annotations') && pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return pending;
}

/** Lets each page's clock go on until it has written what it has to write. */
export async function annotationsWritten(...pages: readonly Page[]): Promise<void> {
  const watchedPages = pages.map((page) => ({ page, pending: pendingAnnotations(page) }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { page, pending } of watchedPages) {
      await page.clock.runFor(LONGEST_WAIT_MS);
      await expect.poll(() => pending.size).toBe(0);
    }
  }
}
