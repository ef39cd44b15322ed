/**
 * Values with weights ≥ 0 and the number of the point that owns each, as parallel arrays that
 * selection reorders.
 */
export interface WeightedValues {
  values: Float64Array;
  weights: Float64Array;
  owners: Int32Array;
}

export function makeWeightedValues(capacity: number): WeightedValues {
  return {
    values: new Float64Array(capacity),
    weights: new Float64Array(capacity),
    owners: new Int32Array(capacity),
  };
}

/**
 * Owner of the smallest of the first `count` values at which the running sum of weights, in rising
 * order, reaches `target` (or misses it by no more than `tie`): a weighted quantile by quickselect,
 * in a time that grows with `count` only. Of several owners of that value the lowest, so that the
 * order of selection leaves no trace.
 */
export function selectOwner(
  list: WeightedValues,
  count: number,
  target: number,
  tie: number,
): number {
  const { values, weights } = list;
  let from = 0;
  let to = count;
  let below = 0;
  for (;;) {
    const pivot = medianOfThree(values[from]!, values[(from + to) >> 1]!, values[to - 1]!);
    // Three parts: less than the pivot, equal, more.
    let less = from;
    let more = to;
    let lessWeight = 0;
    let equalWeight = 0;
    for (let i = from; i < more;) {
      const value = values[i]!;
      if (value < pivot) {
        lessWeight += weights[i]!;
        swap(list, i, less);
        less += 1;
        i += 1;
      } else if (value > pivot) {
        more -= 1;
        swap(list, i, more);
      } else {
        equalWeight += weights[i]!;
        i += 1;
      }
    }
    if (less > from && below + lessWeight >= target - tie) to = less;
    else if (more >= to || below + lessWeight + equalWeight >= target - tie)
      return lowestOwner(list, less, more);
    else {
      below += lessWeight + equalWeight;
      from = more;
    }
  }
}

function lowestOwner({ owners }: WeightedValues, from: number, to: number): number {
  let owner = owners[from]!;
  for (let i = from + 1; i < to; i += 1) owner = Math.min(owner, owners[i]!);
  return owner;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap({ values, weights, owners }: WeightedValues, i: number, j: number): void {
  const value = values[i]!;
  const weight = weights[i]!;
  const owner = owners[i]!;
  values[i] = values[j]!;
  weights[i] = weights[j]!;
  owners[i] = owners[j]!;
  values[j] = value;
  weights[j] = weight;
  owners[j] = owner;
}
