import { useEffect, useState } from 'react';
import { loadCalendar } from 'foreband-engine';

import { LinesInput } from './LinesInput';

interface Props {
  readonly id?: string;
  /** The field's name for screen readers. */
  readonly name: string;
  readonly value: string;
  /** Whose clock shows the hours. */
  readonly timeZone: string;
  readonly onCommit: (events: string) => void;
}

const example = '2026-11-27 Black Friday\n2026-12-01 18:00 to 20:00 Backup\nor a text that begins with BEGIN:VCALENDAR';

/** The fault of events, told by those who would read them. */
function useProblem(events: string, timeZone: string): string | undefined {
  const [problem, setProblem] = useState<{ readonly of: string; readonly text: string }>();
  useEffect(() => {
    let isCurrent = true;
    const settings = { holidayRegion: '', holidayEffect: 'shared', events, timeZone } as const;
    loadCalendar(settings).catch((error: unknown) => {
      if (isCurrent) {
        setProblem({ of: events, text: error instanceof Error ? error.message : String(error) });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [events, timeZone]);
  return problem?.of === events ? problem.text : undefined;
}

/** Takes events, one a line, or a pasted iCalendar text; what is typed holds when the field is left. */
export function EventsInput({ id, name, value, timeZone, onCommit }: Props) {
  const [draft, setDraft] = useState<string>();
  const problem = useProblem(draft ?? value, timeZone);
  return (
    <LinesInput
      id={id}
      name={name}
      value={value}
      draft={draft}
      problem={problem}
      placeholder={example}
      onDraft={setDraft}
      onCommit={onCommit}
    />
  );
}
