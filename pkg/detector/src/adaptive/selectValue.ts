/**
 * Puts the value of rank `k` (from 0, ascending) among the first `length` ones in its place, none larger before it and none
 * smaller behind (Hoare 1961).
 */
export function selectValue(values: Float64Array, length: number, k: number): void {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const pivot = values[k];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) {
        left++;
      }
      while (values[right] > pivot) {
        right--;
      }
      if (left <= right) {
        const value = values[left];
        values[left++] = values[right];
        values[right--] = value;
      }
    }
    low = right < k ? left : low;
    high = k < left ? right : high;
  }
}
