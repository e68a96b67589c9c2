import { Alert, Button } from '@grafana/ui';

import type { ModelListControls } from './useModelList';

interface Props {
  readonly controls: ModelListControls;
  readonly mayWrite: boolean;
  /** Why the last file was not read, or the last model not fitted. */
  readonly problem?: string;
  readonly onDismiss: () => void;
}

function ConflictNotice({ controls }: Pick<Props, 'controls'>) {
  const { conflict, change, dismiss } = controls;
  if (conflict === undefined) {
    return null;
  }
  const { theirs } = conflict;
  const { name } = conflict.change.kind === 'put' ? conflict.change.model : conflict.change.known;
  const what = theirs === undefined ? 'removed' : 'changed';
  return (
    <Alert severity="warning" title={`Somebody has ${what} ${name} meanwhile`} onRemove={dismiss}>
      <p>The list above shows it as it is now. Nothing of yours has been saved yet.</p>
      <Button size="sm" onClick={() => void change(conflict.change, true)}>
        Save mine nevertheless
      </Button>{' '}
      <Button size="sm" variant="secondary" onClick={dismiss}>
        Leave it as it is
      </Button>
    </Alert>
  );
}

/** Notices about the list: failures, who may change it, models that could not be read. */
export function ListNotices({ controls, mayWrite, problem, onDismiss }: Props) {
  const { state, reload, dismiss } = controls;
  const unreadable = state.kind === 'read' ? state.list.unreadable : [];
  return (
    <>
      {state.kind === 'failed' && (
        <Alert severity="error" title="The list of models cannot be read" buttonContent="Try again" onRemove={reload}>
          {state.message} Pinned models and files work without it.
        </Alert>
      )}
      {problem !== undefined && <Alert severity="error" title={problem} onRemove={onDismiss} />}
      {controls.problem !== undefined && (
        <Alert severity="error" title="The list was not changed" onRemove={dismiss}>
          {controls.problem}
        </Alert>
      )}
      <ConflictNotice controls={controls} />
      {!mayWrite && state.kind === 'read' && (
        <Alert severity="info" title="Only Admins change the list">
          It is stored in the settings of the app. You can compare and export its models; what you import is shown until
          you leave the page, and can be exported as a file.
        </Alert>
      )}
      {unreadable.map(({ index, name, message }) => (
        <Alert key={index} severity="warning" title={`Model ${name === '' ? index + 1 : name} cannot be read`}>
          {message} It stays in the list as it is.
        </Alert>
      ))}
    </>
  );
}
