import { Doubles, zeros } from '../math/doubles';
import { Nodes } from './nodes';
import { Waves } from './waves';

/** All that the Gram matrix of a grid consists of, as sums over its rows. */
@unmanaged
export class GramSums {
  waves: Waves = changetype<Waves>(0);
  nodes: Nodes = changetype<Nodes>(0);
  /** Numbers of a node in `levels` and `slopes`: for 1, then for sine and cosine of each wave. */
  width: i32 = 0;
  /** Sums of f over the rows from each node on, of u f with u the scaled time since the node, and of u^2. */
  levels: Doubles = changetype<Doubles>(0);
  slopes: Doubles = changetype<Doubles>(0);
  curvatures: Doubles = changetype<Doubles>(0);
  /** Cosine and sine sums over all rows of each family's harmonics, from 0 to twice the highest wave; where each begins. */
  cosines: Doubles = changetype<Doubles>(0);
  sines: Doubles = changetype<Doubles>(0);
  places: Doubles = changetype<Doubles>(0);
  /**
   * Sums over all rows of the products of waves of different families, pair by pair: sine and sine, cosine and cosine, sine
   * and cosine, cosine and sine.
   */
  products: Doubles = changetype<Doubles>(0);
}

export function createGramSums(waves: Waves, nodes: Nodes): GramSums {
  const sums = new GramSums();
  sums.waves = waves;
  sums.nodes = nodes;
  sums.width = 1 + 2 * waves.count;
  sums.levels = zeros(nodes.count * sums.width);
  sums.slopes = zeros(nodes.count * sums.width);
  sums.curvatures = zeros(nodes.count);
  sums.places = zeros(waves.nFamilies + 1);
  let nMixedPairs = 0;
  for (let f = 0; f < waves.nFamilies; f++) {
    sums.places[f + 1] = sums.places[f] + 2 * waves.highest[f] + 1;
    nMixedPairs += <i32>((waves.starts[f + 1] - waves.starts[f]) * (<f64>waves.count - waves.starts[f + 1]));
  }
  sums.cosines = zeros(<i32>sums.places[waves.nFamilies]);
  sums.sines = zeros(<i32>sums.places[waves.nFamilies]);
  sums.products = zeros(4 * nMixedPairs);
  return sums;
}
