import type { Address, KernelExports } from './bindings.js';
import type { KernelTerm } from './term.js';

// Numbers of a term in the kernel's table (`assembly/rows/terms.ts`).
const TERM_WIDTH = 6;
const NO_STEP = -1;

/** No column. */
export const NULL: Address = 0;

/** Columns in and out of the kernel's memory; nothing else touches it. */
export interface KernelMemory {
  /** Forgets everything: every call to the kernel starts so. */
  readonly clear: () => void;
  /** Room for numbers. */
  readonly allocate: (n: number) => Address;
  /** Copies numbers in. */
  readonly put: (values: ArrayLike<number>) => Address;
  /** Copies a column in, or says that there is none. */
  readonly putColumn: (column: Float64Array | null) => Address;
  /** Copies the table of terms in, and their columns. */
  readonly putTerms: (terms: readonly KernelTerm[]) => Address;
  /** Copies numbers out. */
  readonly get: (address: Address, n: number) => Float64Array;
}

/** The memory of an instance. */
export function createMemory(exports: KernelExports): KernelMemory {
  const { allocate } = exports;
  const put = (values: ArrayLike<number>): Address => {
    const address = allocate(values.length);
    new Float64Array(exports.memory.buffer, address, values.length).set(values);
    return address;
  };
  const putColumn = (column: Float64Array | null): Address => (column === null ? NULL : put(column));
  return {
    clear: () => exports.reset(),
    allocate,
    put,
    putColumn,
    putTerms(terms) {
      const table = new Float64Array(TERM_WIDTH * terms.length);
      terms.forEach(({ periodMs, fourierOrder, priorScale, mode, column, stepRow = NO_STEP }, i) => {
        const at = TERM_WIDTH * i;
        table[at] = periodMs;
        table[at + 1] = fourierOrder;
        table[at + 2] = priorScale;
        table[at + 3] = mode === 'multiplicative' ? 1 : 0;
        table[at + 4] = putColumn(column);
        table[at + 5] = stepRow;
      });
      return put(table);
    },
    // The memory may have grown during a call, which detaches earlier views: take a new one, and copy out of it.
    get: (address, n) => new Float64Array(exports.memory.buffer, address, n).slice(),
  };
}
