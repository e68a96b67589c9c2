import { useId, useState, type KeyboardEvent } from 'react';
import { Button, Field, TextArea } from '@grafana/ui';

import type { SourceChoice } from '../address/exploreState';

import { DataSourceField } from './DataSourceField';

type PromqlSource = Extract<SourceChoice, { kind: 'promql' }>;

interface Props {
  readonly source: PromqlSource;
  readonly onChange: (source: PromqlSource) => void;
}

/** Any PromQL; asked for with Ctrl+Enter, the button, or when the field is left. */
export function PromqlFields({ source, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const expr = draft ?? source.expr;
  const commit = () => {
    setDraft(undefined);
    if (expr !== source.expr) {
      onChange({ ...source, expr });
    }
  };
  const commitOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
  };
  return (
    <>
      <DataSourceField value={source.dataSource} onChange={(dataSource) => onChange({ ...source, dataSource })} />
      <Field label="PromQL" htmlFor={id} noMargin>
        <TextArea
          id={id}
          cols={56}
          rows={Math.min(6, Math.max(1, expr.split('\n').length))}
          spellCheck={false}
          style={{ fontFamily: 'monospace' }}
          placeholder="avg(rate(http_requests_total[$__rate_interval]))"
          value={expr}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={commitOnEnter}
        />
      </Field>
      <Button variant="secondary" onClick={commit} style={{ alignSelf: 'flex-end' }}>
        Show
      </Button>
    </>
  );
}
