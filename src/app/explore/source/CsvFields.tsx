import { useId } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { Field, Select } from '@grafana/ui';

import type { FileChoice } from '../address/exploreState';
import { FileButton } from '../../controls/FileButton';
import { CSV_FILES } from '../files/csvFiles';
import type { Files } from '../files/useFiles';

import { FieldHint } from './FieldHint';

interface Props {
  readonly file: FileChoice | null;
  readonly files: Pick<Files, 'stored' | 'open'>;
  readonly onChoose: (file: FileChoice) => void;
}

/** A file from this computer, or one of those that this browser has stored. */
export function CsvFields({ file, files, onChoose }: Props) {
  const id = useId();
  const { stored, open } = files;
  return (
    <>
      <Field label="File" noMargin>
        <FileButton accept={CSV_FILES} onFile={open}>
          {file === null ? 'Choose a CSV file' : 'Choose another CSV file'}
        </FileButton>
      </Field>
      {stored.length > 0 && (
        <Field label="Stored in this browser" htmlFor={id} noMargin>
          <Select<string>
            inputId={id}
            aria-label="Stored in this browser"
            width={36}
            placeholder="Choose"
            options={stored.map(({ name, fingerprint, savedAt }) => ({
              value: fingerprint,
              label: name,
              description: `opened ${dateTimeFormat(savedAt)}`,
            }))}
            value={file?.fingerprint ?? null}
            onChange={({ value }) => {
              const chosen = stored.find(({ fingerprint }) => fingerprint === value);
              if (chosen !== undefined) {
                const { savedAt: _, ...file } = chosen;
                onChoose(file);
              }
            }}
          />
        </Field>
      )}
      <FieldHint>
        A column of times, and one or more of values; a label is optional. Drop it anywhere on this page, or choose it.
        It never leaves this browser.
      </FieldHint>
    </>
  );
}
