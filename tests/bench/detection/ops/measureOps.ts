import type { Prophet } from 'prophet-wasm';

import type { Contestant } from '../contestants';
import { judgeOps, type OpsResult } from './judgeOps';
import { opsKinds, type OpsKind } from './opsKinds';
import { opsSeries } from './opsSeries';
import { variantNames, walkVariants } from '../walk/variants';

/** A kind, judged. */
export interface OpsReport {
  readonly kind: string;
  readonly wanted: OpsKind['wanted'];
  readonly contestants: ReadonlyArray<{ readonly name: string; readonly seeds: readonly OpsResult[] }>;
}

const seedsTo = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

/** Every contestant on every kind, with this many seeds. */
export function measureOps(contestants: readonly Contestant[], nSeeds: number): readonly OpsReport[] {
  return opsKinds.map((kind) => {
    const drawn = seedsTo(nSeeds).map((seed) => opsSeries(seed, kind.draw));
    return {
      kind: kind.name,
      wanted: kind.wanted,
      contestants: contestants.map(({ name, walk }) => ({
        name,
        seeds: drawn.map((series) => judgeOps(kind, series, walk(series, series.judgedFrom))),
      })),
    };
  });
}

/** Every variant of the adaptive preset on all kinds together, with this many seeds. */
export function measureOpsVariants(prophet: Prophet, nSeeds: number): OpsReport['contestants'] {
  const results = opsKinds.flatMap((kind) =>
    seedsTo(nSeeds).map((seed) => {
      const series = opsSeries(seed, kind.draw);
      return walkVariants(prophet, series, series.judgedFrom).map(({ rows }) => judgeOps(kind, series, rows));
    }),
  );
  return variantNames.map((name, place) => ({ name, seeds: results.map((of) => of[place]) }));
}
