import { FieldValidationMessage, TextArea } from '@grafana/ui';

interface Props {
  readonly id?: string;
  /** The field's name for screen readers. */
  readonly name: string;
  readonly value: string;
  /** What is being typed; undefined where nothing is. */
  readonly draft: string | undefined;
  /** The fault of the draft, or of the value; undefined without. */
  readonly problem: string | undefined;
  readonly placeholder: string;
  readonly onDraft: (draft: string | undefined) => void;
  readonly onCommit: (text: string) => void;
}

/** Takes lines of text; what is typed holds when the field is left, unless it has a fault. */
export function LinesInput({ id, name, value, draft, problem, placeholder, onDraft, onCommit }: Props) {
  const commit = () => {
    if (draft !== undefined && problem === undefined) {
      onDraft(undefined);
      if (draft !== value) {
        onCommit(draft);
      }
    }
  };
  return (
    <div>
      <TextArea
        id={id}
        aria-label={name}
        rows={3}
        value={draft ?? value}
        placeholder={placeholder}
        invalid={problem !== undefined}
        spellCheck={false}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onBlur={commit}
      />
      {problem !== undefined && <FieldValidationMessage>{problem}</FieldValidationMessage>}
    </div>
  );
}
