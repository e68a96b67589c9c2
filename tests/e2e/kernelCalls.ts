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
      const counted =
        (call: WebAssembly.ExportValue) =>
        (...args: unknown[]): unknown => {
          window.kernelFits = (window.kernelFits ?? 0) + 1;
          return typeof call === 'function' ? Reflect.apply(call, undefined, args) : undefined;
        };
      // Rows, grids and moments each have a fit of their own.
      const exports = Object.entries(instance.exports).map(([name, value]) => [
        name,
        name.startsWith('fit') ? counted(value) : value,
      ]);
      const instrumented: unknown = Object.fromEntries(exports);
      return { module, instance: { exports: instrumented } };
    };
    Reflect.set(WebAssembly, 'instantiate', counting);
  });
  return () => page.evaluate(() => window.kernelFits ?? 0);
}
