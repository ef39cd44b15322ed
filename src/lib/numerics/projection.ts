/**
 * Projections by orthonormal columns: what a regression leaves of y, and what a further column
 * would add.
 */

/** Orthonormal columns that span (1, x). */
export function basisOfLine(x: ArrayLike<number>): Float64Array[] | undefined {
  const basis: Float64Array[] = [];
  for (const column of [Float64Array.from(x, () => 1), Float64Array.from(x)]) {
    const added = orthonormal(column, basis);
    if (!added) return undefined;
    basis.push(added);
  }
  return basis;
}

/**
 * The column freed of the basis (twice, for the sake of rounding) and brought to length 1;
 * undefined when nothing is left.
 */
export function orthonormal(
  column: Float64Array,
  basis: readonly Float64Array[],
): Float64Array | undefined {
  const before = Math.sqrt(dot(column, column));
  for (let round = 0; round < 2; round += 1) {
    for (const other of basis) {
      const part = dot(column, other);
      for (let i = 0; i < column.length; i += 1) column[i] = column[i]! - part * other[i]!;
    }
  }
  const length = Math.sqrt(dot(column, column));
  if (!(length > 1e-9 * before)) return undefined;
  return column.map((value) => value / length);
}

export function residualsOf(y: ArrayLike<number>, basis: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(y);
  for (const column of basis) {
    const part = dot(rest, column);
    for (let i = 0; i < rest.length; i += 1) rest[i] = rest[i]! - part * column[i]!;
  }
  return rest;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
