import type { Term } from '../features/terms.js';

/** Components by name, from the terms they are made of and what each says, additive ones times `yScale`. */
export function joinComponents(
  terms: readonly Term[],
  values: readonly Float64Array[],
  yScale: number,
): Readonly<Record<string, Float64Array>> {
  const components: Record<string, Float64Array> = {};
  terms.forEach((term, i) => {
    const scale = term.mode === 'additive' ? yScale : 1;
    for (const name of [term.component, ...totalsOf(term)]) {
      components[name] = addScaled(components[name], values[i], scale);
    }
  });
  return components;
}

/** The totals that a term counts towards, besides the sums of all additive and of all multiplicative terms. */
function totalsOf({ kind, mode }: Term): readonly string[] {
  switch (kind) {
    case 'seasonality':
      return [];
    case 'holiday':
      return ['holidays'];
    case 'regressor':
      return [mode === 'additive' ? 'extraRegressorsAdditive' : 'extraRegressorsMultiplicative'];
  }
}

function addScaled(sum: Float64Array | undefined, values: Float64Array, scale: number): Float64Array {
  const total = sum ?? new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    total[i] += scale * values[i];
  }
  return total;
}
