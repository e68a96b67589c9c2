import type { Term } from '../features/terms.js';

/**
 * Components by name, from the terms they are made of and what each says, additive ones times `yScale`. The values are ours
 * to change: a component of one term is that term's own column.
 */
export function joinComponents(
  terms: readonly Term[],
  values: readonly Float64Array[],
  yScale: number,
): Readonly<Record<string, Float64Array>> {
  const components: Record<string, Float64Array> = {};
  terms.forEach((term, i) => {
    if (term.mode === 'additive') {
      scaleBy(values[i], yScale);
    }
    for (const total of totalsOf(term)) {
      components[total] = sumOf(components[total] ?? new Float64Array(values[i].length), values[i]);
    }
    const { component } = term;
    components[component] = Object.hasOwn(components, component) ? sumOf(components[component], values[i]) : values[i];
  });
  return components;
}

/** The totals that a term counts towards, besides the sums of all additive and of all multiplicative terms. */
function totalsOf({ kind, mode }: Term): readonly string[] {
  switch (kind) {
    case 'seasonality':
    case 'step':
      return [];
    case 'holiday':
      return ['holidays'];
    case 'regressor':
      return [mode === 'additive' ? 'extraRegressorsAdditive' : 'extraRegressorsMultiplicative'];
  }
}

function scaleBy(values: Float64Array, scale: number): void {
  for (let i = 0; i < values.length; i++) {
    values[i] *= scale;
  }
}

function sumOf(total: Float64Array, values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) {
    total[i] += values[i];
  }
  return total;
}
