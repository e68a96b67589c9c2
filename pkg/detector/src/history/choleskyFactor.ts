// Below this share of its own sum of squares a column is a combination of those before it, but for rounding.
const COLLINEAR = 1e-11;

/**
 * The lower triangle L with L Lᵀ = matrix, of a symmetric matrix of products of columns. From a matrix whose last column
 * is the target of a least-squares fit, the last row of L holds all nested fits at once: the residual sum of squares with
 * the first k columns is the target's own less the squares of its first k entries.
 * @returns rows of L, or undefined where a column (the last one excepted) is a combination of those before it.
 */
export function choleskyFactor(matrix: readonly Float64Array[]): readonly Float64Array[] | undefined {
  const size = matrix.length;
  const factor = matrix.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row][column];
      for (let k = 0; k < column; k++) {
        rest -= factor[row][k] * factor[column][k];
      }
      if (column < row) {
        factor[row][column] = rest / factor[column][column];
      } else if (rest > COLLINEAR * matrix[row][row] || row === size - 1) {
        factor[row][row] = Math.sqrt(Math.max(0, rest));
      } else {
        return undefined;
      }
    }
  }
  return factor;
}
