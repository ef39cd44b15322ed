/**
 * Householder reduction of a row-major `rows` × `columns` matrix to an upper triangle, in place:
 * afterwards the first `columns` rows hold R (below the diagonal is left-over, not zero) and `rhs`
 * holds Qᵀ rhs. Needs rows ≥ columns. A column that vanishes leaves a zero on the diagonal.
 */
export function reduceToTriangle(
  matrix: Float64Array,
  rows: number,
  columns: number,
  rhs: Float64Array,
): void {
  for (let k = 0; k < columns; k += 1) {
    let sum = 0;
    for (let at = k * columns + k, end = rows * columns; at < end; at += columns)
      sum += matrix[at]! * matrix[at]!;
    const norm = Math.sqrt(sum);
    if (norm === 0) continue;
    const diagonal = k * columns + k;
    const head = matrix[diagonal]!;
    const alpha = head > 0 ? -norm : norm;
    matrix[diagonal] = head - alpha;
    const factor = 1 / (norm * (norm + Math.abs(head)));
    for (let j = k + 1; j < columns; j += 1) {
      let dot = 0;
      for (let at = k * columns, end = rows * columns; at < end; at += columns)
        dot += matrix[at + k]! * matrix[at + j]!;
      dot *= factor;
      for (let at = k * columns, end = rows * columns; at < end; at += columns) {
        matrix[at + j] = matrix[at + j]! - dot * matrix[at + k]!;
      }
    }
    let dot = 0;
    for (let i = k, at = diagonal; i < rows; i += 1, at += columns) dot += matrix[at]! * rhs[i]!;
    dot *= factor;
    for (let i = k, at = diagonal; i < rows; i += 1, at += columns)
      rhs[i] = rhs[i]! - dot * matrix[at]!;
    matrix[diagonal] = alpha;
  }
}

/**
 * Solves R x = sign · rhs by back-substitution for the triangle left by `reduceToTriangle`. Returns
 * false, x untouched further, on a zero pivot.
 */
export function solveTriangle(
  triangle: Float64Array,
  size: number,
  rhs: Float64Array,
  x: Float64Array,
  sign: 1 | -1,
): boolean {
  for (let j = size - 1; j >= 0; j -= 1) {
    let sum = sign * rhs[j]!;
    for (let k = j + 1; k < size; k += 1) sum -= triangle[j * size + k]! * x[k]!;
    const pivot = triangle[j * size + j]!;
    if (pivot === 0) return false;
    x[j] = sum / pivot;
  }
  return true;
}

/**
 * Writes R⁻¹ (row-major, upper) into `inverse`; a zero pivot gives Infinity or NaN in its column
 * and those that follow.
 */
export function invertTriangle(triangle: Float64Array, size: number, inverse: Float64Array): void {
  inverse.fill(0, 0, size * size);
  for (let j = 0; j < size; j += 1) {
    inverse[j * size + j] = 1 / triangle[j * size + j]!;
    for (let i = j - 1; i >= 0; i -= 1) {
      let sum = 0;
      for (let k = i + 1; k <= j; k += 1) sum += triangle[i * size + k]! * inverse[k * size + j]!;
      inverse[i * size + j] = -sum / triangle[i * size + i]!;
    }
  }
}

/** Solves Rᵀ x = rhs by forward substitution; `x` may be `rhs`. Returns false on a zero pivot. */
export function solveTransposed(
  triangle: Float64Array,
  size: number,
  rhs: Float64Array,
  x: Float64Array,
): boolean {
  for (let j = 0; j < size; j += 1) {
    let sum = rhs[j]!;
    for (let k = 0; k < j; k += 1) sum -= triangle[k * size + j]! * x[k]!;
    const pivot = triangle[j * size + j]!;
    if (pivot === 0) return false;
    x[j] = sum / pivot;
  }
  return true;
}
