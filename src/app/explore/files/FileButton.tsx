import { FileUpload } from '@grafana/ui';

interface Props {
  readonly children: string;
  readonly onFile: (file: File) => void;
}

/** Opens the computer's own choice of files. */
export function FileButton({ children, onFile }: Props) {
  return (
    <FileUpload
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      showFileName={false}
      onFileUpload={({ currentTarget }) => {
        const [chosen] = currentTarget.files ?? [];
        if (chosen !== undefined) {
          onFile(chosen);
        }
        // The same file can be chosen again, after it was corrected.
        currentTarget.value = '';
      }}
    >
      {children}
    </FileUpload>
  );
}
