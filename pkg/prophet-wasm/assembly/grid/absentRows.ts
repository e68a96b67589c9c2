import { addMultiple, Doubles, fill, zeros } from '../math/doubles';
import { turnAt } from '../math/phase';
import { powersOfTurn } from '../math/powers';
import { cosineOfTurn, sineOfTurn } from '../math/turn';
import { GramSums } from './gramSums';
import { Grid } from './grid';

/** Sums over the absent rows from the present node on, and scratch for the features of one row. */
@unmanaged
class AbsentSums {
  level: Doubles = changetype<Doubles>(0);
  slope: Doubles = changetype<Doubles>(0);
  curvature: f64 = 0;
  /** 1, then sine and cosine of each wave. */
  features: Doubles = changetype<Doubles>(0);
  /** Harmonics of one family. */
  sines: Doubles = changetype<Doubles>(0);
  cosines: Doubles = changetype<Doubles>(0);
}

/**
 * Takes the absent rows off sums over all rows: row by row, from the last on. Between nodes the sums move from one origin
 * to the one before it, h earlier: sum (u + h) f = sum u f + h sum f.
 */
export function subtractAbsentRows(grid: Grid, sums: GramSums): void {
  const nodes = sums.nodes;
  const width = sums.width;
  const step = 1 / <f64>(grid.n - 1);
  const absent = createAbsentSums(sums);
  let row = grid.nAbsent - 1;
  for (let v = nodes.count - 1; v >= 0; v--) {
    const position = nodes.positions[v];
    if (v + 1 < nodes.count) moveOrigin(absent, width, (nodes.positions[v + 1] - position) * step);
    for (; row >= 0 && grid.absentRow(row) >= nodes.starts[v]; row--) {
      const at = grid.absentRow(row);
      fillFeatures(grid, sums, absent, at);
      addRow(absent, width, (at - position) * step);
      if (sums.waves.nFamilies > 1) subtractMixedPairs(sums, absent.features);
    }
    addMultiple(sums.levels.from(v * width), -1, absent.level, width);
    addMultiple(sums.slopes.from(v * width), -1, absent.slope, width);
    sums.curvatures[v] -= absent.curvature;
  }
}

function createAbsentSums(sums: GramSums): AbsentSums {
  const absent = new AbsentSums();
  absent.level = zeros(sums.width);
  absent.slope = zeros(sums.width);
  absent.features = zeros(sums.width);
  absent.features[0] = 1;
  let most: f64 = 0;
  for (let f = 0; f < sums.waves.nFamilies; f++) most = Math.max(most, 2 * sums.waves.highest[f]);
  absent.sines = zeros(<i32>most + 1);
  absent.cosines = zeros(<i32>most + 1);
  absent.cosines[0] = 1;
  return absent;
}

function moveOrigin(absent: AbsentSums, width: i32, h: f64): void {
  absent.curvature += h * (2 * absent.slope[0] + h * absent.level[0]);
  addMultiple(absent.slope, h, absent.level, width);
}

function addRow(absent: AbsentSums, width: i32, since: f64): void {
  absent.curvature += since * since;
  addMultiple(absent.level, 1, absent.features, width);
  addMultiple(absent.slope, since, absent.features, width);
}

/** The waves at a row; takes the harmonics of its families off their sums on the way. */
function fillFeatures(grid: Grid, sums: GramSums, absent: AbsentSums, row: f64): void {
  const waves = sums.waves;
  for (let f = 0; f < waves.nFamilies; f++) {
    const phase = turnAt((<f64>grid.lead + row) * grid.stepMs, waves.bases[f]);
    const count = 2 * <i32>waves.highest[f];
    powersOfTurn(sineOfTurn(phase), cosineOfTurn(phase), count, absent.sines, absent.cosines);
    const place = <i32>sums.places[f];
    addMultiple(sums.cosines.from(place), -1, absent.cosines, count + 1);
    addMultiple(sums.sines.from(place), -1, absent.sines, count + 1);
    for (let a = 0; a < waves.count; a++) {
      if (<i32>waves.family[a] != f) continue;
      const k = <i32>waves.harmonic[a];
      absent.features[1 + 2 * a] = absent.sines[k];
      absent.features[2 + 2 * a] = absent.cosines[k];
    }
  }
}

function subtractMixedPairs(sums: GramSums, features: Doubles): void {
  const waves = sums.waves;
  let at = 0;
  for (let a = 0; a < waves.count; a++) {
    const sine = features[1 + 2 * a];
    const cosine = features[2 + 2 * a];
    for (let b = a + 1; b < waves.count; b++) {
      if (waves.family[a] == waves.family[b]) continue;
      const other = features[1 + 2 * b];
      const beside = features[2 + 2 * b];
      sums.products[at] -= sine * other;
      sums.products[at + 1] -= cosine * beside;
      sums.products[at + 2] -= sine * beside;
      sums.products[at + 3] -= cosine * other;
      at += 4;
    }
  }
}
