/**
 * A row of doubles in linear memory: a bare pointer that reads like an array. No header, no bounds check, no garbage.
 * Everything a call allocates is given back at once when the host calls `reset`.
 */
@unmanaged
export class Doubles {
  @inline
  @operator('[]')
  get(i: i32): f64 {
    return load<f64>(changetype<usize>(this) + ((<usize>i) << 3));
  }

  @inline
  @operator('[]=')
  set(i: i32, value: f64): void {
    store<f64>(changetype<usize>(this) + ((<usize>i) << 3), value);
  }

  /** The same memory seen from element `i` on: a row of a matrix, the rest of a column. */
  @inline
  from(i: i32): Doubles {
    return changetype<Doubles>(changetype<usize>(this) + ((<usize>i) << 3));
  }
}

/** A fresh row of `n` zeros. */
export function zeros(n: i32): Doubles {
  const bytes = (<usize>n) << 3;
  const address = heap.alloc(bytes);
  memory.fill(address, 0, bytes);
  return changetype<Doubles>(address);
}

/** Sets the first `n` values to `value`. */
export function fill(a: Doubles, value: f64, n: i32): void {
  for (let i = 0; i < n; i++) a[i] = value;
}

/** Copies the first `n` values of `source` to `target`. */
export function copy(target: Doubles, source: Doubles, n: i32): void {
  for (let i = 0; i < n; i++) target[i] = source[i];
}

/** The inner product of the first `n` values. */
export function dot(a: Doubles, b: Doubles, n: i32): f64 {
  let even: f64 = 0;
  let odd: f64 = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    even += a[i] * b[i];
    odd += a[i + 1] * b[i + 1];
  }
  if (i < n) even += a[i] * b[i];
  return even + odd;
}
