import { useState } from 'react';
import { Alert, Button } from '@grafana/ui';

import type { Files } from './useFiles';

interface Props {
  /** Name of the file. */
  readonly name: string;
  readonly files: Pick<Files, 'content' | 'askAgain'>;
  /** Other changes made to its samples, in sentences. */
  readonly notices: readonly string[];
}

/** Notices about how a file was read, and the questions that remain. */
export function FileNotices({ name, files: { content, askAgain }, notices }: Props) {
  const [dismissed, setDismissed] = useState<Files['content']>();
  if (content.kind !== 'ready' || dismissed === content) {
    return null;
  }
  const { settled, notices: ofFile } = content.content;
  const sentences = [...ofFile, ...notices];
  if (settled.length + sentences.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" title={`How ${name} is read`} onRemove={() => setDismissed(content)}>
      {settled.map((question) => (
        <div key={question.about}>
          {`${question.options[0].title}. `}
          {askAgain === undefined ? (
            'To read it differently, choose the file again.'
          ) : (
            <Button size="sm" variant="secondary" fill="text" onClick={() => askAgain(question)}>
              Read it otherwise
            </Button>
          )}
        </div>
      ))}
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Alert>
  );
}
