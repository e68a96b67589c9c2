import { Doubles, fill, zeros } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { isWave, nColumnsOf, Terms } from '../rows/terms';

/**
 * The waves of a grid's Fourier terms, each a sine and a cosine. Waves whose periods divide one base period, as a day does a
 * week, are a family: harmonics of the base, and so are the sums and differences that their products are made of.
 */
@unmanaged
export class Waves {
  /** All waves, family by family. */
  count: i32 = 0;
  /** Of each: which harmonic of its family's base it is, and where its sine stands in theta. */
  harmonic: Doubles = changetype<Doubles>(0);
  parameter: Doubles = changetype<Doubles>(0);
  nFamilies: i32 = 0;
  /** Of each family: its first wave, closed by the number of waves; its base period in ms; the highest harmonic that is a wave. */
  starts: Doubles = changetype<Doubles>(0);
  bases: Doubles = changetype<Doubles>(0);
  highest: Doubles = changetype<Doubles>(0);
}

export function wavesOf(problem: Problem): Waves {
  const terms = problem.terms;
  const waves = createWaves(terms);
  const bases = basesOf(terms);
  for (let base = 0; base < terms.count; base++) {
    if (!isWave(terms, base) || <i32>bases[base] != base) continue;
    waves.bases[waves.nFamilies++] = terms.period(base);
    let parameter = betaStart(problem);
    for (let j = 0; j < terms.count; j++) {
      if (isWave(terms, j) && <i32>bases[j] == base) addTerm(waves, terms, j, parameter);
      parameter += nColumnsOf(terms, j);
    }
    waves.starts[waves.nFamilies] = <f64>waves.count;
  }
  return waves;
}

function createWaves(terms: Terms): Waves {
  const waves = new Waves();
  let count = 0;
  for (let j = 0; j < terms.count; j++) if (isWave(terms, j)) count += terms.order(j);
  waves.harmonic = zeros(count);
  waves.parameter = zeros(count);
  waves.starts = zeros(terms.count + 1);
  waves.bases = zeros(terms.count);
  waves.highest = zeros(terms.count);
  return waves;
}

/** Adds the waves of a term to the last family. */
function addTerm(waves: Waves, terms: Terms, j: i32, parameter: i32): void {
  const family = waves.nFamilies - 1;
  const ratio = Math.floor(waves.bases[family] / terms.period(j) + 0.5);
  for (let h = 0; h < terms.order(j); h++) {
    const wave = waves.count++;
    waves.harmonic[wave] = <f64>(h + 1) * ratio;
    waves.parameter[wave] = <f64>(parameter + 2 * h);
  }
  waves.highest[family] = Math.max(waves.highest[family], <f64>terms.order(j) * ratio);
}

/** Of each Fourier term, the one that has its family's base period: longer ones find theirs first. */
function basesOf(terms: Terms): Doubles {
  const bases = zeros(terms.count);
  fill(bases, -1, terms.count);
  for (let j = longestLeft(terms, bases); j >= 0; j = longestLeft(terms, bases)) {
    bases[j] = <f64>j;
    for (let i = 0; i < terms.count; i++) {
      if (i != j && <i32>bases[i] == i && isFamily(terms, i, j)) bases[j] = <f64>i;
    }
  }
  return bases;
}

/** The longest Fourier term without a base, -1 for none. */
function longestLeft(terms: Terms, bases: Doubles): i32 {
  let longest = -1;
  for (let j = 0; j < terms.count; j++) {
    if (!isWave(terms, j) || bases[j] >= 0) continue;
    if (longest < 0 || terms.period(j) > terms.period(longest)) longest = j;
  }
  return longest;
}

/**
 * Whether the waves of term j are harmonics of term i, and few enough that a family costs less than the products of all
 * pairs of two.
 */
function isFamily(terms: Terms, i: i32, j: i32): bool {
  const ratio = Math.floor(terms.period(i) / terms.period(j) + 0.5);
  return ratio * terms.period(j) == terms.period(i) && ratio <= <f64>(1 + terms.order(i));
}
