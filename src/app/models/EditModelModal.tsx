import { useState } from 'react';
import { Button, Field, Input, Modal, TextArea } from '@grafana/ui';

import type { SavedModel } from 'foreband-engine';

interface Props {
  readonly model: SavedModel;
  readonly onSave: (changed: SavedModel) => void;
  readonly onClose: () => void;
}

const NAME_LENGTH = 200;
const NOTE_LENGTH = 1000;

/** Changes the name of a model, and what its author wants others to know. */
export function EditModelModal({ model, onSave, onClose }: Props) {
  const [name, setName] = useState(model.name);
  const [note, setNote] = useState(model.note);
  const isEmpty = name.trim() === '';
  return (
    <Modal title={`Rename ${model.name}`} isOpen onDismiss={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ ...model, name: name.trim(), note });
        }}
      >
        <Field label="Name" htmlFor="model-name" invalid={isEmpty} error="A model needs a name.">
          <Input
            id="model-name"
            value={name}
            maxLength={NAME_LENGTH}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field label="Note" htmlFor="model-note" description="For anyone who finds the model later.">
          <TextArea
            id="model-note"
            value={note}
            rows={3}
            maxLength={NOTE_LENGTH}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <Modal.ButtonRow>
          <Button variant="secondary" fill="outline" type="button" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={isEmpty}>
            Save
          </Button>
        </Modal.ButtonRow>
      </form>
    </Modal>
  );
}
