import { fBetaOf } from 'foreband-detector';

import { bootstrapInterval, type Interval } from '../counts/bootstrap';
import { numentaScore } from '../counts/numentaScore';
import type { FileFigures } from './evaluateFile';

/** A figure of several files, with its 90 % interval. */
export interface Figure extends Interval {
  readonly value: number;
}

/** Figures of a detector on several files. */
export interface FolderFigures {
  readonly nEvents: number;
  readonly found: Figure;
  readonly false: Figure;
  readonly falseADay: Figure;
  readonly f1: Figure;
  readonly numenta: Figure;
}

const sumOf = (files: readonly FileFigures[], value: (file: FileFigures) => number) =>
  files.reduce((total, file) => total + value(file), 0);

/** Adds files up: every event counts the same, wherever it is. */
export function folderFigures(files: readonly FileFigures[]): FolderFigures {
  const figure = (of: (drawn: readonly FileFigures[]) => number): Figure => ({
    value: of(files),
    ...bootstrapInterval(files, of),
  });
  const nFound = (drawn: readonly FileFigures[]) => sumOf(drawn, (file) => file.nFound);
  const nFalse = (drawn: readonly FileFigures[]) => sumOf(drawn, (file) => file.nFalse);
  const nEvents = (drawn: readonly FileFigures[]) => sumOf(drawn, (file) => file.nEvents);
  return {
    nEvents: nEvents(files),
    found: figure(nFound),
    false: figure(nFalse),
    falseADay: figure((drawn) => nFalse(drawn) / sumOf(drawn, ({ days }) => days)),
    f1: figure((drawn) => fBetaOf(nFound(drawn), nFalse(drawn), nEvents(drawn) - nFound(drawn), 1)),
    numenta: figure((drawn) => numentaScore(drawn.map(({ numenta }) => numenta))),
  };
}
