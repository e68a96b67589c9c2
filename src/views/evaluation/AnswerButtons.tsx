import { Button } from '@grafana/ui';
import type { UnplantedIncident } from 'foreband-engine';

import type { Answering } from './answering';

interface Props extends Answering {
  readonly incident: UnplantedIncident;
  /** The stretch of time as a reader calls it. */
  readonly name: string;
}

/** The two answers to "yours?". */
export function AnswerButtons({ incident: { start, end, isReal }, name, onAnswer, stored }: Props) {
  return [true, false].map((answer) => (
    <Button
      key={String(answer)}
      size="sm"
      variant={isReal === answer ? 'primary' : 'secondary'}
      aria-pressed={isReal === answer}
      aria-label={`${answer ? 'Yes, a real event' : 'No, a false alarm'}: ${name}`}
      tooltip={`${answer ? 'A real event: counts as one to be found.' : 'A false alarm: counts as one.'} ${stored}`}
      onClick={() => onAnswer({ start, end }, answer)}
    >
      {answer ? 'Yes' : 'No'}
    </Button>
  ));
}
