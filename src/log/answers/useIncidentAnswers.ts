import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TimeSpan } from 'foreband-detector';
import type { IncidentAnswer } from 'foreband-engine';

import { grafanaAnnotations, isRefusal, reasonOf } from '../annotations/grafanaAnnotations';

import { readAnswers, writeAnswer, type AnswerPlace } from './storedAnswers';

/** Answers about the incidents of a series. */
export interface IncidentAnswers {
  readonly answers: readonly IncidentAnswer[];
  readonly answering: {
    readonly onAnswer: (span: TimeSpan, isReal: boolean) => void;
    /** Where answers are stored and how long, in a sentence. */
    readonly stored: string;
  };
}

const UNTIL_RELOAD = 'Answers last until this page is reloaded.';
const AS_ANNOTATIONS = 'Answers are stored as annotations of this panel, for everybody.';

// The panel editor and other pages take the views off the screen; what was answered stays.
const ofSession = new Map<string, readonly IncidentAnswer[]>();

const EVER = { start: 0, end: 8.64e15 };

const NONE: readonly IncidentAnswer[] = [];

function withAnswer(before: readonly IncidentAnswer[], next: IncidentAnswer): readonly IncidentAnswer[] {
  return [...before.filter(({ start, end }) => end < next.start || start > next.end), next];
}

/**
 * The answers about the incidents of a series: annotations of the dashboard's panel where there is one and the viewer may
 * write them, else those given since the page was loaded.
 */
export function useIncidentAnswers({ dashboard, panelId, series }: AnswerPlace): IncidentAnswers {
  const place = useMemo(() => ({ dashboard, panelId, series }), [dashboard, panelId, series]);
  const key = `${dashboard} ${panelId} ${series}`;
  const [known, setKnown] = useState<{ readonly key: string; readonly answers: readonly IncidentAnswer[] }>();
  const [trouble, setTrouble] = useState<string>();
  const answers = known?.key === key ? known.answers : (ofSession.get(key) ?? NONE);
  useEffect(() => {
    if (dashboard === '' || series === '') {
      return undefined;
    }
    let isCurrent = true;
    readAnswers(grafanaAnnotations, place, EVER).then(
      (read) => {
        if (isCurrent) {
          setKnown({ key, answers: (ofSession.get(key) ?? NONE).reduce(withAnswer, read) });
        }
      },
      // Without earlier answers every incident is asked about, which is what there is to say.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [dashboard, series, place, key]);
  const onAnswer = useCallback(
    ({ start, end }: TimeSpan, isReal: boolean) => {
      const next = { start, end, isReal };
      const all = withAnswer(answers, next);
      ofSession.set(key, all);
      setKnown({ key, answers: all });
      if (dashboard !== '') {
        writeAnswer(grafanaAnnotations, place, next).catch((error: unknown) =>
          setTrouble(isRefusal(error) ? 'you may not write annotations here' : reasonOf(error)),
        );
      }
    },
    [answers, key, dashboard, place],
  );
  const stored =
    dashboard === '' ? UNTIL_RELOAD : trouble === undefined ? AS_ANNOTATIONS : `${UNTIL_RELOAD} (${trouble}.)`;
  const answering = useMemo(() => ({ onAnswer, stored }), [onAnswer, stored]);
  return { answers, answering };
}
