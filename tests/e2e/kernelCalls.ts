import type { Page } from '@playwright/test';

declare global {
  interface Window {
    kernelFits?: number;
  }
}

/** Counts the fits of every kernel that the page starts from now on; call before `goto`. */
export async function countFits(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.kernelFits = 0;
    const instantiate = WebAssembly.instantiate.bind(WebAssembly);
    const counting = async (bytes: BufferSource, imports?: WebAssembly.Imports) => {
      const { module, instance } = await instantiate(bytes, imports);
      const counted = Object.entries(instance.exports).map(([name, exported]) => {
        if (typeof exported !== 'function' || !name.startsWith('fit')) {
          return [name, exported] as const;
        }
        const count = (...args: unknown[]): unknown => {
          window.kernelFits = (window.kernelFits ?? 0) + 1;
          return Reflect.apply(exported, undefined, args);
        };
        return [name, count] as const;
      });
      return { module, instance: { exports: Object.fromEntries(counted) } };
    };
    Reflect.set(WebAssembly, 'instantiate', counting);
  });
  return () => page.evaluate(() => window.kernelFits ?? 0);
}
