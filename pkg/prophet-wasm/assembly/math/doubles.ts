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

/** Room for `n` values, which hold anything until they are set: for what is written before it is read. */
export function room(n: i32): Doubles {
  return claim(n, false);
}

/** A fresh row of `n` zeros. */
export function zeros(n: i32): Doubles {
  return claim(n, true);
}

function claim(n: i32, isCleared: bool): Doubles {
  const row = changetype<Doubles>(heap.alloc((<usize>n) << 3));
  // memory.fill, which not every engine has, would come as half a kilobyte of code.
  if (isCleared) fill(row, 0, n);
  return row;
}

/** Sets the first `n` values to `value`. */
export function fill(a: Doubles, value: f64, n: i32): void {
  for (let i = 0; i < n; i++) a[i] = value;
}

/** Copies the first `n` values of `source` to `target`. */
export function copy(target: Doubles, source: Doubles, n: i32): void {
  for (let i = 0; i < n; i++) target[i] = source[i];
}

/** a += factor x b, the first `n` values; by twos, which halves the sums of addresses. */
export function addMultiple(a: Doubles, factor: f64, b: Doubles, n: i32): void {
  const target = changetype<usize>(a);
  const source = changetype<usize>(b);
  const bytes = (<usize>n) << 3;
  let at: usize = 0;
  for (; at + 8 < bytes; at += 16) {
    store<f64>(target + at, load<f64>(target + at) + factor * load<f64>(source + at));
    store<f64>(target + at, load<f64>(target + at, 8) + factor * load<f64>(source + at, 8), 8);
  }
  if (at < bytes) store<f64>(target + at, load<f64>(target + at) + factor * load<f64>(source + at));
}

/** The inner product of the first `n` values; four sums, so that none waits for the one before. */
export function dot(a: Doubles, b: Doubles, n: i32): f64 {
  let first: f64 = 0;
  let second: f64 = 0;
  let third: f64 = 0;
  let fourth: f64 = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    first += a[i] * b[i];
    second += a[i + 1] * b[i + 1];
    third += a[i + 2] * b[i + 2];
    fourth += a[i + 3] * b[i + 3];
  }
  for (; i < n; i++) first += a[i] * b[i];
  return first + third + (second + fourth);
}
