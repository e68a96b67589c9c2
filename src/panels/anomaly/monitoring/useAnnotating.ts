import { useCallback, useMemo, useState } from 'react';
import { usePanelContext } from '@grafana/ui';
import type { AnomalyEntry, Note } from 'foreband-engine';

import { createAnnotator } from '../../../log/annotations/annotator';
import { grafanaAnnotations, isRefusal, reasonOf } from '../../../log/annotations/grafanaAnnotations';

/** Writes annotations, and says where that does not go. */
export interface Annotating {
  readonly notes: readonly Note[];
  readonly annotate: (anomalies: readonly AnomalyEntry[]) => void;
}

interface Trouble {
  readonly isRefused: boolean;
  readonly reason: string;
}

const NO_NOTES: readonly Note[] = [];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function notesOf(trouble: Trouble | undefined): readonly Note[] {
  if (trouble === undefined) {
    return NO_NOTES;
  }
  const text = trouble.isRefused
    ? `Grafana refuses to save annotations (${trouble.reason}), so none are written until reload. Ask for the permission to write annotations, or switch them off in the panel's options.`
    : `An annotation could not be saved (${trouble.reason}). Foreband tries again at the next refresh.`;
  return [{ severity: 'warning', text }];
}

/** @param isWanted whether the panel's options ask for annotations. */
export function useAnnotating(isWanted: boolean): Annotating {
  const { canAddAnnotations } = usePanelContext();
  const mayWrite = canAddAnnotations?.() === true;
  const [annotator] = useState(() => createAnnotator({ api: grafanaAnnotations, wait: pause, random: Math.random }));
  const [trouble, setTrouble] = useState<Trouble>();
  const isOn = isWanted && mayWrite && trouble?.isRefused !== true;
  const annotate = useCallback(
    (anomalies: readonly AnomalyEntry[]) => {
      if (isOn) {
        annotator.annotate(anomalies).then(
          () => setTrouble(undefined),
          (error: unknown) => setTrouble({ isRefused: isRefusal(error), reason: reasonOf(error) }),
        );
      }
    },
    [isOn, annotator],
  );
  return useMemo(() => ({ notes: isWanted ? notesOf(trouble) : NO_NOTES, annotate }), [isWanted, trouble, annotate]);
}
