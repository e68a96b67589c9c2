import { useState, type KeyboardEvent } from 'react';
import { Button, InlineField, TextArea } from '@grafana/ui';

import { offerRate, type SyntaxProblem } from 'foreband-prometheus';

/** A field for an expression. */
export interface PromqlFieldProps {
  readonly id: string;
  readonly value: string;
  /** The first thing that is not PromQL, once variables are filled in. */
  readonly findProblem: (expr: string) => SyntaxProblem | undefined;
  readonly onCommit: (expr: string) => void;
  readonly labelWidth: number;
}

function problemText(problem: SyntaxProblem | undefined): string | undefined {
  return problem && `This is not PromQL at character ${problem.position + 1}, near "${problem.near}".`;
}

/** PromQL, checked while it is typed, run when the user leaves the field or presses Ctrl+Enter. */
export function PromqlField({ id, value, findProblem, onCommit, labelWidth }: PromqlFieldProps) {
  const [draft, setDraft] = useState<string>();
  const expr = draft ?? value;
  const problem = expr.trim() === '' ? undefined : problemText(findProblem(expr));
  const rate = offerRate(expr);
  const commit = (next: string) => {
    setDraft(undefined);
    if (next !== value) {
      onCommit(next);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit(expr);
    }
  };
  return (
    <>
      <InlineField
        label="PromQL"
        tooltip="Any expression of Prometheus. Variables, $__rate_interval, $__interval and $__range can be used. Ctrl+Enter runs it."
        htmlFor={id}
        labelWidth={labelWidth}
        grow
        invalid={problem !== undefined}
        error={problem}
      >
        <TextArea
          id={id}
          rows={Math.min(8, Math.max(2, expr.split('\n').length))}
          spellCheck={false}
          style={{ fontFamily: 'monospace' }}
          placeholder='avg by (instance) (rate(node_cpu_seconds_total{mode!="idle"}[$__rate_interval]))'
          value={expr}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={() => commit(expr)}
          onKeyDown={onKeyDown}
        />
      </InlineField>
      {rate !== undefined && (
        <Button variant="secondary" icon="calculator-alt" onClick={() => commit(rate)}>
          This is a counter: use its rate
        </Button>
      )}
    </>
  );
}
