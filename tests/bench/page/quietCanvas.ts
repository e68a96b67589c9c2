const DRAWING_CALLS = ['clearRect', 'stroke', 'fill', 'fillRect', 'fillText', 'drawImage'] as const;
const QUIET_MS = 400;

let lastCall = 0;

/** Notes every drawing call of every canvas from now on. */
export function watchCanvases(): void {
  for (const name of DRAWING_CALLS) {
    const draw: unknown = Reflect.get(CanvasRenderingContext2D.prototype, name);
    if (typeof draw !== 'function') {
      throw new Error(`this browser's canvas has no ${name}`);
    }
    Reflect.set(CanvasRenderingContext2D.prototype, name, function (this: unknown, ...args: unknown[]): unknown {
      lastCall = performance.now();
      const result: unknown = Reflect.apply(draw, this, args);
      return result;
    });
  }
}

/** Resolves once something was drawn after `start` and nothing more for a while; gives the time of the last call. */
export async function quietSince(start: number, isBusy: () => boolean): Promise<number> {
  let quietFrom = Math.max(start, lastCall);
  while (lastCall < start || performance.now() - quietFrom < QUIET_MS) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    quietFrom = isBusy() ? performance.now() : Math.max(quietFrom, lastCall);
  }
  return lastCall;
}
