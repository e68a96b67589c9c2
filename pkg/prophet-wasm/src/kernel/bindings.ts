import { kernelBase64 } from '../../build/kernelBytes.js';
import { instantiateTranslated } from '../../build/kernelJavaScript.js';

/** Which build of the kernel runs: the binary, or its translation. Both give the same bits. */
export type Backend = 'wasm' | 'javascript';

/** A place in the kernel's memory, in bytes. */
export type Address = number;

/** The kernel's exports; `assembly/index.ts` is their definition. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBufferLike };
  readonly version: () => number;
  readonly reset: () => void;
  readonly allocate: (n: number) => Address;
  readonly fitRows: (
    n: number,
    time: Address,
    clock: Address,
    y: Address,
    timeScale: number,
    yScale: number,
    floor: number,
    cap: Address,
    growth: number,
    nTerms: number,
    terms: Address,
    nChangepoints: number,
    changepoints: Address,
    changepointPriorScale: number,
    moments: Address,
    known: number,
    result: Address,
  ) => number;
  readonly fitMoments: (
    n: number,
    growth: number,
    nTerms: number,
    terms: Address,
    nChangepoints: number,
    changepoints: Address,
    changepointPriorScale: number,
    moments: Address,
    result: Address,
  ) => number;
  readonly fitGrid: (
    n: number,
    nPresent: number,
    stepMs: number,
    clockStart: number,
    lead: number,
    y: Address,
    absent: Address,
    center: number,
    scaling: number,
    growth: number,
    nTerms: number,
    terms: Address,
    nChangepoints: number,
    changepoints: Address,
    changepointPriorScale: number,
    sums: Address,
    known: number,
    isWarm: number,
    result: Address,
  ) => number;
  readonly projectStretches: (
    n: number,
    start: number,
    stepMs: number,
    y: Address,
    center: number,
    nTerms: number,
    terms: Address,
    sums: Address,
  ) => void;
  readonly predictGrid: (
    n: number,
    t: number,
    step: number,
    clock: number,
    stepMs: number,
    k: number,
    m: number,
    nChangepoints: number,
    changepoints: Address,
    delta: Address,
    nTerms: number,
    terms: Address,
    beta: Address,
    floor: number,
    yScale: number,
    out: Address,
  ) => void;
  readonly predictTrend: (
    n: number,
    time: Address,
    timeStart: number,
    timeScale: number,
    growth: number,
    k: number,
    m: number,
    nChangepoints: number,
    changepoints: Address,
    delta: Address,
    cap: Address,
    t: Address,
    exponent: Address,
    out: Address,
  ) => void;
  readonly predictTerm: (
    n: number,
    clock: Address,
    period: number,
    order: number,
    cycle: number,
    column: Address,
    beta: Address,
    out: Address,
    total: Address,
  ) => void;
  readonly predictInterval: (
    n: number,
    t: Address,
    growth: number,
    exponent: Address,
    cap: Address,
    multiplicative: Address,
    sigma: number,
    changeScale: number,
    changeRate: number,
    intervalWidth: number,
    below: Address,
    above: Address,
  ) => void;
  readonly predictTrendInterval: (
    n: number,
    t: Address,
    growth: number,
    exponent: Address,
    cap: Address,
    changeScale: number,
    changeRate: number,
    intervalWidth: number,
    below: Address,
    above: Address,
  ) => void;
}

/** Compiles the inlined binary; rejects where the page or the engine refuses WebAssembly. */
export async function instantiateBinary(): Promise<KernelExports> {
  const bytes = Uint8Array.from(atob(kernelBase64), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes);
  return checked(instance.exports);
}

/** The same kernel as plain JavaScript. */
export function instantiateJavaScript(): KernelExports {
  return checked(instantiateTranslated());
}

/** The version of the kernel's exports that this package speaks. */
const VERSION = 3;

function checked(exports: unknown): KernelExports {
  // The build writes the kernel and this file's other imports together; the version guards against a mixed-up copy.
  const kernel = exports as KernelExports;
  const version = kernel.version();
  if (version !== VERSION) {
    throw new Error(`kernel version ${version} found, ${VERSION} needed: run npm run build`);
  }
  return kernel;
}
