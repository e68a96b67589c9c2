import { useState } from 'react';
import { Alert } from '@grafana/ui';

import type { Files } from './files/useFiles';

interface Props {
  /** The parts of the address that could not be used. */
  readonly address: readonly string[];
  readonly files: Pick<Files, 'problem' | 'storeProblem'>;
  /** The fault of the samples. */
  readonly problem?: string;
}

/** Notices to be read before looking at anything. */
export function ExploreNotices({ address, files, problem }: Props) {
  const [dismissed, setDismissed] = useState<readonly string[]>();
  return (
    <>
      {address.length > 0 && dismissed !== address && (
        <Alert severity="warning" title="Parts of the address could not be used" onRemove={() => setDismissed(address)}>
          {address.map((notice) => (
            <div key={notice}>{notice}</div>
          ))}
        </Alert>
      )}
      {files.problem !== undefined && (
        <Alert severity="error" title="The file could not be read">
          {files.problem}
        </Alert>
      )}
      {problem !== undefined && (
        <Alert severity="error" title="The samples could not be used">
          {problem}
        </Alert>
      )}
      {files.storeProblem !== undefined && (
        <Alert severity="info" title="The browser does not store files here">
          {files.storeProblem} The page works anyway; after a reload it asks for the file again.
        </Alert>
      )}
    </>
  );
}
