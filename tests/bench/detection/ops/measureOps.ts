import type { Prophet } from 'prophet-wasm';

import type { Contestant } from '../contestants';
import { variantNames, walkVariants } from '../walk/variants';
import { evaluateOps, type OpsResult } from './evaluateOps';
import type { OpsKind } from './opsKinds';
import { opsSeries } from './opsSeries';

/** A detector on series of one kind, or of several. */
export interface DetectorSeeds {
  readonly name: string;
  readonly seeds: readonly OpsResult[];
}

/** A kind, evaluated. */
export interface OpsReport {
  readonly kind: string;
  readonly wanted: OpsKind['wanted'];
  readonly contestants: readonly DetectorSeeds[];
}

const drawSeries = ({ draw }: OpsKind, nSeeds: number) =>
  Array.from({ length: nSeeds }, (_, place) => opsSeries(place + 1, draw));

/** Every contestant on a kind, with this many seeds. */
export function measureOps(kind: OpsKind, contestants: readonly Contestant[], nSeeds: number): OpsReport {
  const drawn = drawSeries(kind, nSeeds);
  return {
    kind: kind.name,
    wanted: kind.wanted,
    contestants: contestants.map(({ name, walk }) => ({
      name,
      seeds: drawn.map((series) => evaluateOps(kind, series, walk(series, series.evaluatedFrom))),
    })),
  };
}

/** Every variant of the adaptive preset on a kind, with this many seeds. */
export function measureOpsVariants(kind: OpsKind, prophet: Prophet, nSeeds: number): readonly DetectorSeeds[] {
  const results = drawSeries(kind, nSeeds).map((series) =>
    walkVariants(prophet, series, series.evaluatedFrom).map(({ rows }) => evaluateOps(kind, series, rows)),
  );
  return variantNames.map((name, place) => ({ name, seeds: results.map((of) => of[place]) }));
}
