import { useId } from 'react';
import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { InlineField, InlineFieldRow, Select } from '@grafana/ui';

import type { ForebandOptions } from '../options';
import type { ForebandQuery } from '../query';
import {
  describeVariableQuery,
  migrateVariableQuery,
  type ForebandVariableQuery,
  type VariableKind,
} from '../variableQuery';

import { DraftInput } from './DraftInput';

type Source = DataSourceApi<ForebandQuery, ForebandOptions>;
type Props = QueryEditorProps<Source, ForebandQuery, ForebandOptions, ForebandVariableQuery>;

/** Grafana's variable page takes the query's text as a second argument, which the type of an editor leaves out. */
type OnVariableChange = (query: ForebandVariableQuery, definition: string) => void;

const LABEL_WIDTH = 18;

const kinds: Array<{ value: VariableKind; label: string }> = [
  { value: 'labelValues', label: 'Label values' },
  { value: 'labelNames', label: 'Label names' },
  { value: 'metrics', label: 'Metrics' },
];

const anyText = () => undefined;

function patternProblem(text: string): string | undefined {
  try {
    new RegExp(text);
    return undefined;
  } catch {
    return 'Not a regular expression';
  }
}

const optional = (text: string) => (text === '' ? undefined : text);

/** Editor of a dashboard variable. */
export function VariableEditor({ query: stored, onChange }: Props) {
  const query = migrateVariableQuery(stored);
  const id = useId();
  const tell: OnVariableChange = onChange;
  const update = (change: Partial<ForebandVariableQuery>) => {
    const next = { ...query, ...change };
    tell(next, describeVariableQuery(next));
  };
  return (
    <InlineFieldRow>
      <InlineField
        label="Values"
        tooltip="Values that the variable lists."
        htmlFor={`${id}-kind`}
        labelWidth={LABEL_WIDTH}
      >
        <Select<VariableKind>
          inputId={`${id}-kind`}
          aria-label="Values"
          width={20}
          options={kinds}
          value={query.kind}
          onChange={(choice) => update({ kind: choice.value ?? 'labelValues' })}
        />
      </InlineField>
      {query.kind === 'labelValues' && (
        <DraftInput
          id={`${id}-label`}
          label="Label"
          tooltip="The label whose values are listed."
          width={20}
          value={query.label ?? ''}
          placeholder="instance"
          problemOf={anyText}
          onCommit={(label) => update({ label: optional(label) })}
        />
      )}
      {query.kind === 'metrics' ? (
        <DraftInput
          id={`${id}-pattern`}
          label="Name matches"
          tooltip="Regular expression that the metric's name must match somewhere."
          width={32}
          value={query.pattern ?? ''}
          placeholder="all"
          problemOf={patternProblem}
          onCommit={(pattern) => update({ pattern: optional(pattern) })}
        />
      ) : (
        <DraftInput
          id={`${id}-selector`}
          label="Series"
          tooltip="Only of series that this selector finds."
          width={40}
          value={query.selector ?? ''}
          placeholder={'up{job="node"}'}
          problemOf={anyText}
          onCommit={(selector) => update({ selector: optional(selector) })}
        />
      )}
    </InlineFieldRow>
  );
}
