import type { Prophet } from 'prophet-wasm';

import type { Contestant } from '../contestants';
import { alignFile, evaluateFile, type FileFigures } from './evaluateFile';
import { type LabeledSeries } from './labeledFiles';
import { pageLines } from './pageLines';
import { variantNames, walkVariants } from '../walk/variants';

/** A detector on every file of a folder. */
export interface DetectorFiles {
  readonly name: string;
  readonly files: readonly FileFigures[];
}

/** A folder of labeled series, evaluated. */
export interface LabeledReport {
  readonly folder: string;
  readonly names: readonly string[];
  readonly contestants: readonly DetectorFiles[];
  /** The adaptive preset where the second page of an incident counts too. */
  readonly everyPage: DetectorFiles;
  /** Empty where no ablation was asked for. */
  readonly variants: readonly DetectorFiles[];
  /** A line for each page of each preset. */
  readonly pages: readonly string[];
}

/** Detectors to measure, and the folder to measure them on. */
export interface LabeledInput {
  readonly folder: string;
  readonly files: readonly LabeledSeries[];
  readonly contestants: readonly Contestant[];
  /** With it, the parts of the adaptive preset are taken away one by one. */
  readonly prophet: Prophet | null;
}

/** Goes through the files of a folder with every contestant. */
export function measureLabeled({ folder, files, contestants, prophet }: LabeledInput): LabeledReport {
  const aligned = files.map(alignFile);
  const pages: string[] = [];
  const everyPage: FileFigures[] = [];
  const results = contestants.map(({ name, isPreset, walk }) => ({
    name,
    files: aligned.map((one) => {
      const rows = walk(one.series, 0);
      if (isPreset) {
        pages.push(...pageLines(one, name, rows.pages));
      }
      if (name === 'adaptive') {
        everyPage.push(evaluateFile(one, rows, () => true));
      }
      return evaluateFile(one, rows);
    }),
  }));
  const variants = prophet === null ? [] : aligned.map((one) => evaluateVariants(prophet, one));
  return {
    folder,
    names: files.map(({ name }) => name),
    contestants: results,
    everyPage: { name: 'adaptive, second pages too', files: everyPage },
    variants:
      prophet === null ? [] : variantNames.map((name, place) => ({ name, files: variants.map((of) => of[place]) })),
    pages,
  };
}

function evaluateVariants(prophet: Prophet, one: ReturnType<typeof alignFile>): readonly FileFigures[] {
  return walkVariants(prophet, one.series, 0).map(({ rows }) => evaluateFile(one, rows));
}
